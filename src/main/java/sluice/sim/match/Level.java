package sluice.sim.match;

import org.jspecify.annotations.Nullable;
import sluice.market.Side;

/** One price of one side and the queue that stands there, first come first served. */
final class Level {

    final Side side;
    final long ticks;
    long lots;
    long crowdLots;
    boolean touched;

    @Nullable
    Resting first;

    private sluice.market.book.@Nullable Level shown;
    private long shownLots;

    private @Nullable Resting last;

    Level(Side side, long ticks) {
        this.side = side;
        this.ticks = ticks;
    }

    /** Higher is better, on either side. */
    long rank() {
        return side == Side.BUY ? ticks : -ticks;
    }

    /** As others are told of it; the same until it changes. */
    sluice.market.book.Level shown(Scales scales) {
        var told = shown;
        if (told == null || shownLots != lots) {
            told = new sluice.market.book.Level(told == null ? scales.px(ticks) : told.px(), scales.qty(lots));
            shown = told;
            shownLots = lots;
        }
        return told;
    }

    Resting append(long id, int owner, long more) {
        count(owner, more);
        var tail = last;
        if (tail != null && owner == Resting.CROWD && tail.isCrowd()) {
            tail.lots += more;
            return tail;
        }
        var order = new Resting(this, id, owner, more);
        order.ahead = tail;
        if (tail == null) {
            first = order;
        } else {
            tail.behind = order;
        }
        last = order;
        return order;
    }

    /** Takes lots out of an order, and the order out of the queue when none are left. */
    void shrink(Resting order, long by) {
        count(order.owner(), -by);
        order.lots -= by;
        if (order.lots == 0) {
            unlink(order);
        }
    }

    /** The crowd takes back so many lots, those who came last first, or those who came first. */
    void thin(long by, boolean fromFront) {
        var left = by;
        var order = fromFront ? first : last;
        while (left > 0 && order != null) {
            var next = fromFront ? order.behind : order.ahead;
            if (order.isCrowd()) {
                var taken = Math.min(left, order.lots);
                shrink(order, taken);
                left -= taken;
            }
            order = next;
        }
    }

    private void count(int owner, long by) {
        lots += by;
        if (owner == Resting.CROWD) {
            crowdLots += by;
        }
    }

    private void unlink(Resting order) {
        var before = order.ahead;
        var after = order.behind;
        if (before == null) {
            first = after;
        } else {
            before.behind = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.ahead = before;
        }
    }
}
