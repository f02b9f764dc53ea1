package sluice.dash.pane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sluice.dash.cell.Glyphs;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/**
 * A ladder drawn as lines: asks from the farthest down to the best, the middle, bids from the best down. Immutable.
 *
 * @param middle what stands between the sides
 */
record Rungs(List<Rung> bids, List<Rung> asks, Line middle) {

    private static final int MARK = 2;
    private static final int LEAST_BAR = 3;

    /**
     * One price.
     *
     * @param own what of it is ours
     * @param where the venue, where several are shown; may be empty
     */
    record Rung(Px px, Qty qty, Qty own, String where) {}

    List<Line> lines(int columns, int rows, Glyphs glyphs) {
        var each = Math.max(1, (rows - 1) / 2);
        var below = bids.subList(0, Math.min(each, bids.size()));
        var above = new ArrayList<>(asks.subList(0, Math.min(each, asks.size())));
        Collections.reverse(above);
        var shape = Shape.of(above, below, columns);
        var lines = new ArrayList<Line>();
        for (int i = above.size(); i < each; i++) {
            lines.add(Line.EMPTY);
        }
        above.forEach(rung -> lines.add(shape.line(rung, Side.SELL, glyphs)));
        lines.add(middle);
        below.forEach(rung -> lines.add(shape.line(rung, Side.BUY, glyphs)));
        return lines;
    }

    /** How wide each part is, and what counts as a full bar. */
    private record Shape(int scale, int px, int qty, int where, int bar, double most) {

        static Shape of(List<Rung> above, List<Rung> below, int columns) {
            var all = new ArrayList<>(above);
            all.addAll(below);
            var scale = 0;
            var qty = 3;
            var where = 0;
            var most = 0d;
            for (var rung : all) {
                scale = Math.max(scale, rung.px.value().scale());
                qty = Math.max(qty, rung.qty.plain().length());
                where = Math.max(where, rung.where.length());
                most = Math.max(most, rung.qty.value().doubleValue());
            }
            var px = 2;
            for (var rung : all) {
                px = Math.max(
                        px, rung.px.value().setScale(scale).toPlainString().length());
            }
            var venue = where == 0 ? 0 : where + 1;
            var bar = columns - MARK - px - 1 - qty - 1 - venue;
            return new Shape(scale, px, qty, bar < LEAST_BAR ? 0 : venue, Math.max(0, bar), most);
        }

        Line line(Rung rung, Side side, Glyphs glyphs) {
            var tone = side == Side.BUY ? Tone.BID : Tone.ASK;
            var price = rung.px.value().setScale(scale).toPlainString();
            var line = rung.own.isZero() ? Line.of(" ".repeat(MARK)) : Line.of(glyphs.own() + " ", Tone.OWN);
            line = line.plus(right(price, px) + " ", rung.own.isZero() ? tone : Tone.OWN)
                    .plus(right(rung.qty.plain(), qty) + " ", Tone.PLAIN)
                    .plus(where == 0 ? "" : left(rung.where, where), Tone.DIM);
            if (!rung.own.isZero()) {
                return line.plus(rung.own + " ours", Tone.OWN);
            }
            return line.plus(glyphs.bar(most <= 0 ? 0 : rung.qty.value().doubleValue() / most, bar), tone);
        }

        private static String right(String text, int columns) {
            return " ".repeat(Math.max(0, columns - text.length())) + text;
        }

        private static String left(String text, int columns) {
            return text + " ".repeat(Math.max(0, columns - text.length()));
        }
    }
}
