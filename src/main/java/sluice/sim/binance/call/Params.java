package sluice.sim.binance.call;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of one request, by name, and the text their signature covers.
 *
 * <p>Remembers which were read, since what nobody reads is refused (-1104).
 */
public final class Params {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final String SIGNATURE = "signature";
    private static final String SIGNED = SIGNATURE + "=";

    private final Map<String, String> values;
    private final String payload;
    private final Set<String> read = new LinkedHashSet<>();

    private Params(Map<String, String> values, String payload) {
        this.values = values;
        this.payload = payload;
    }

    /**
     * Of a REST request. rest-api, "SIGNED endpoint security": the payload is the query string concatenated with the
     * request body, no separator; parameters may be in either, and one that is in both is taken from the query.
     */
    public static Params ofRest(String query, String body) {
        var values = new LinkedHashMap<String, String>();
        collect(body, values);
        var inQuery = new LinkedHashMap<String, String>();
        collect(query, inQuery);
        values.putAll(inQuery);
        return new Params(values, withoutSignature(query) + withoutSignature(body));
    }

    /** Of a WebSocket API request: all of them but the signature, sorted by name, {@code name=value} joined by &. */
    public static Params ofSocket(Map<String, String> values) {
        var payload = values.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(SIGNATURE))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return new Params(new LinkedHashMap<>(values), payload);
    }

    private static void collect(String encoded, Map<String, String> into) {
        if (encoded.isEmpty()) {
            return;
        }
        for (var pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var mark = pair.indexOf('=');
            var name = mark < 0 ? pair : decoded(pair.substring(0, mark), pair);
            if (into.put(name, mark < 0 ? "" : decoded(pair.substring(mark + 1), name)) != null) {
                throw Refusal.duplicated();
            }
        }
    }

    private static String decoded(String text, String name) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.illegal(name, "percent-encoded UTF-8");
        }
    }

    private static String withoutSignature(String encoded) {
        var at = encoded.startsWith(SIGNED) ? 0 : encoded.indexOf("&" + SIGNED);
        if (at < 0) {
            return encoded;
        }
        var end = encoded.indexOf('&', at + 1);
        return encoded.substring(0, at) + (end < 0 ? "" : encoded.substring(end));
    }

    /** The text the signature covers. */
    public String payload() {
        return payload;
    }

    public Optional<String> signature() {
        return text(SIGNATURE);
    }

    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** The value when it was sent; one that was sent empty is refused. */
    public Optional<String> text(String name) {
        read.add(name);
        var value = values.get(name);
        if (value != null && value.isEmpty()) {
            throw Refusal.empty(name);
        }
        return Optional.ofNullable(value);
    }

    public String mustText(String name) {
        return text(name).orElseThrow(() -> Refusal.missing(name));
    }

    public OptionalLong number(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(value.get()).matches() || value.get().length() > 18) {
            throw Refusal.illegal(name, "^[0-9]{1,20}$");
        }
        return OptionalLong.of(Long.parseLong(value.get()));
    }

    public int limit(int otherwise, int most) {
        var limit = number("limit").orElse(otherwise);
        if (limit < 1) {
            throw Refusal.invalid("limit");
        }
        return (int) Math.min(limit, most);
    }

    /** A positive decimal; zero is as good as malformed. */
    public Optional<BigDecimal> decimal(String name) {
        var value = text(name);
        value.filter(text -> !DECIMAL.matcher(text).matches()).ifPresent(text -> {
            throw Refusal.illegal(name, "^([0-9]{1,20})(\\.[0-9]{1,20})?$");
        });
        var number = value.map(BigDecimal::new);
        number.filter(decimal -> decimal.stripTrailingZeros().scale() > 8).ifPresent(decimal -> {
            throw Refusal.tooPrecise(name);
        });
        return number;
    }

    public BigDecimal mustDecimal(String name) {
        return decimal(name).orElseThrow(() -> Refusal.missing(name));
    }

    public boolean flag(String name, boolean otherwise) {
        var value = text(name);
        if (value.filter(text -> !text.matches("(?i)true|false")).isPresent()) {
            throw Refusal.invalid(name);
        }
        return value.map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** A value of the enumeration; {@code otherwise} is what is said about any other. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values, Refusal otherwise) {
        return text(name).map(text -> {
            try {
                return Enum.valueOf(values, text);
            } catch (IllegalArgumentException e) {
                throw otherwise;
            }
        });
    }

    public void forbid(String name) {
        if (text(name).isPresent()) {
            throw Refusal.notRequired(name);
        }
    }

    /** Refuses the request when a parameter was sent that nobody asked for. */
    public void allRead() {
        read.add("recvWindow");
        read.add("timestamp");
        read.add(SIGNATURE);
        read.add("apiKey");
        var known = (int) values.keySet().stream().filter(read::contains).count();
        if (known < values.size()) {
            throw Refusal.unread(known, values.size());
        }
    }
}
