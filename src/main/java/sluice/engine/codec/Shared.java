package sluice.engine.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;

/**
 * Gives an equal value that came lately in the place of a new one, so that a long history holds it once: the marks of
 * one order are mostly the same, and a child asks for what its parent does. Confined to one thread.
 */
public final class Shared {

    private static final int PLACES = 512;

    private final Recent<Mark> marks = new Recent<>();
    private final Recent<Terms> terms = new Recent<>();
    private final Recent<Origin> origins = new Recent<>();
    private final Recent<Instructions> instructions = new Recent<>();
    private final List<Optional<Px>> pxs = new ArrayList<>(Collections.nCopies(PLACES, Optional.empty()));
    private final List<Qty> qtys = new ArrayList<>(Collections.nCopies(PLACES, Qty.ZERO));
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

    /** A price that is there. */
    public Optional<Px> px(BigDecimal value) {
        var px = new Px(value);
        int place = place(px.hashCode());
        var known = pxs.get(place);
        if (known.isPresent() && known.get().equals(px)) {
            return known;
        }
        var made = Optional.of(px);
        pxs.set(place, made);
        return made;
    }

    public Qty qty(BigDecimal value) {
        var qty = new Qty(value);
        int place = place(qty.hashCode());
        var known = qtys.get(place);
        if (known.equals(qty)) {
            return known;
        }
        qtys.set(place, qty);
        return qty;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 9) & PLACES - 1;
    }

    public Symbol symbol(String text) {
        if (!text.equals(symbolText)) {
            symbol = Symbol.of(text);
            symbolText = text;
        }
        return symbol;
    }
}
