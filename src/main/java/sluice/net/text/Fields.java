package sluice.net.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sluice.market.Px;
import sluice.market.Qty;

/** The members of a JSON value, read exactly; throws {@link UnableToReadException} when one is missing or odd. */
public record Fields(JsonNode node) {

    private static final int MOST_ZEROS = 100;

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public Fields in(String name) {
        return new Fields(required(name));
    }

    public Optional<Fields> find(String name) {
        return has(name) ? Optional.of(new Fields(node.get(name))) : Optional.empty();
    }

    /** Whether any object in here that has one member says in another a word that is not known; pure. */
    public boolean saysOtherThan(Predicate<String> known, String name, String beside) {
        return saysOtherThan(node, known, name, beside);
    }

    private static boolean saysOtherThan(JsonNode node, Predicate<String> known, String name, String beside) {
        if (node.path(name).isTextual()
                && node.hasNonNull(beside)
                && !known.test(node.path(name).asText())) {
            return true;
        }
        for (var member : node) {
            if (member.isContainerNode() && saysOtherThan(member, known, name, beside)) {
                return true;
            }
        }
        return false;
    }

    /** The elements, when this is an array. */
    public List<Fields> all() {
        if (!node.isArray()) {
            throw new UnableToReadException("expected an array");
        }
        var elements = new ArrayList<Fields>(node.size());
        node.forEach(element -> elements.add(new Fields(element)));
        return elements;
    }

    public String text(String name) {
        return plain(required(name));
    }

    /** The text; empty when it is missing or null. */
    public String textOrNone(String name) {
        return has(name) ? plain(node.get(name)) : "";
    }

    /** A whole number, also one written as a text. */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new UnableToReadException("no whole number: " + name);
        }
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    public BigDecimal decimal(String name) {
        return qty(name).value();
    }

    /** The decimal; empty when it is missing, null or an empty text. */
    public Optional<BigDecimal> amount(String name) {
        return textOrNone(name).isEmpty() ? Optional.empty() : Optional.of(decimal(name));
    }

    public Px px(String name) {
        return new Px(decimal(name));
    }

    public Qty qty(String name) {
        try {
            return Qty.of(text(name));
        } catch (NumberFormatException e) {
            throw new UnableToReadException("no plain decimal: " + name);
        }
    }

    public Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    private JsonNode required(String name) {
        if (!has(name)) {
            throw new UnableToReadException("missing: " + name);
        }
        return node.get(name);
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? plain(value.decimalValue()) : value.asText();
    }

    /** One with a great exponent would fill the memory with zeros. */
    private static String plain(BigDecimal number) {
        if (Math.abs(number.scale()) > MOST_ZEROS) {
            throw new UnableToReadException("a number beyond all measure");
        }
        return number.toPlainString();
    }

    @Override
    public String toString() {
        return "Fields[" + node.size() + "]";
    }
}
