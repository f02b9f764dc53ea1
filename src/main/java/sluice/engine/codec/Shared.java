package sluice.engine.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;

/**
 * Gives an equal value that came lately in the place of a new one: the marks of one order are mostly the same, and a
 * child asks for what its parent does. Confined to one thread.
 */
final class Shared {

    private final Recent<Mark> marks = new Recent<>();
    private final Recent<Terms> terms = new Recent<>();
    private final Recent<Origin> origins = new Recent<>();
    private final Recent<Instructions> instructions = new Recent<>();
    private final Lately<String> texts = new Lately<>(Shared::freshText);
    private final Lately<Optional<Px>> pxs =
            new Lately<>((bytes, from, to) -> Optional.of(new Px(decimal(bytes, from, to))));
    private final Lately<Qty> qtys = new Lately<>((bytes, from, to) -> new Qty(decimal(bytes, from, to)));
    private final Lately<Symbol> symbols = new Lately<>((bytes, from, to) -> Symbol.of(freshText(bytes, from, to)));
    private final Lately<VenueId> venues = new Lately<>((bytes, from, to) -> new VenueId(freshText(bytes, from, to)));

    private static final class Recent<T> {

        private static final int KEPT = 4;

        private final List<T> values = new ArrayList<>(KEPT);
        private int next;

        T of(T value) {
            for (var known : values) {
                if (known.equals(value)) {
                    return known;
                }
            }
            if (values.size() < KEPT) {
                values.add(value);
            } else {
                values.set(next, value);
                next = (next + 1) % KEPT;
            }
            return value;
        }
    }

    Mark of(Mark mark) {
        return marks.of(mark);
    }

    Terms of(Terms read) {
        return terms.of(read);
    }

    Origin of(Origin origin) {
        return origins.of(origin);
    }

    Instructions of(Instructions read) {
        return instructions.of(read);
    }

    String text(byte[] bytes, int from, int to) {
        return texts.of(bytes, from, to);
    }

    /** Text that will hardly come again. */
    static String freshText(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    static BigDecimal decimal(byte[] bytes, int from, int to) {
        return Plain.decimal(bytes, from, to).orElseGet(() -> new BigDecimal(freshText(bytes, from, to)));
    }

    /** A price that is there. */
    Optional<Px> px(byte[] bytes, int from, int to) {
        return pxs.of(bytes, from, to);
    }

    Qty qty(byte[] bytes, int from, int to) {
        return qtys.of(bytes, from, to);
    }

    Symbol symbol(byte[] bytes, int from, int to) {
        return symbols.of(bytes, from, to);
    }

    VenueId venue(byte[] bytes, int from, int to) {
        return venues.of(bytes, from, to);
    }
}
