package sluice.engine.codec;

import java.util.ArrayList;
import java.util.List;
import sluice.market.Mark;
import sluice.market.Symbol;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;

/**
 * Gives an equal value that came lately in the place of a new one, so that a long history holds it once: the marks of
 * one order are mostly the same, and a child asks for what its parent does. Confined to one thread.
 */
public final class Shared {

    private final Recent<Mark> marks = new Recent<>();
    private final Recent<Terms> terms = new Recent<>();
    private final Recent<Origin> origins = new Recent<>();
    private final Recent<Instructions> instructions = new Recent<>();
    private Symbol symbol = Symbol.spot("", "");
    private String symbolText = symbol.name();

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

    public Mark of(Mark mark) {
        return marks.of(mark);
    }

    public Terms of(Terms read) {
        return terms.of(read);
    }

    public Origin of(Origin origin) {
        return origins.of(origin);
    }

    public Instructions of(Instructions read) {
        return instructions.of(read);
    }

    public Symbol symbol(String text) {
        if (!text.equals(symbolText)) {
            symbol = Symbol.of(text);
            symbolText = text;
        }
        return symbol;
    }
}
