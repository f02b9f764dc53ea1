package sluice.sim.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.market.Side;
import sluice.sim.SelfTrade;

/** A book as slow and plain as can be: one list of orders, sorted by price and then by arrival, for comparison. */
final class NaiveBook {

    private final List<Standing> standing = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private int arrivals;

    /** One order, with the quantity it has left. */
    private static final class Standing {

        private final Side side;
        private final long ticks;
        private final long id;
        private final int owner;
        private final int arrival;
        private long lots;

        private Standing(Side side, long ticks, long id, int owner, int arrival, long lots) {
            this.side = side;
            this.ticks = ticks;
            this.id = id;
            this.owner = owner;
            this.arrival = arrival;
            this.lots = lots;
        }
    }

    long place(Side side, long limit, long lots, long id, int owner, SelfTrade mode) {
        var left = lots;
        for (var maker : makers(side.opposite())) {
            var reached = (limit - maker.ticks) * side.sign() >= 0;
            if (left == 0 || !reached) {
                break;
            }
            if (maker.owner == owner && mode != SelfTrade.NONE) {
                if (mode.expiresMaker()) {
                    standing.remove(maker);
                    log.add("prevented " + maker.id);
                }
                if (mode.expiresTaker()) {
                    return 0;
                }
                continue;
            }
            var given = Math.min(left, maker.lots);
            maker.lots -= given;
            left -= given;
            log.add(maker.id + " gives " + given + " at " + maker.ticks);
        }
        standing.removeIf(order -> order.lots == 0);
        if (left > 0) {
            standing.add(new Standing(side, limit, id, owner, arrivals++, left));
        }
        return left;
    }

    void shrink(long id, long by) {
        standing.stream().filter(order -> order.id == id).forEach(order -> order.lots -= by);
        standing.removeIf(order -> order.lots == 0);
    }

    List<String> log() {
        return log;
    }

    List<String> levels(Side side) {
        var levels = new ArrayList<String>();
        var makers = makers(side);
        for (int i = 0; i < makers.size(); ) {
            var ticks = makers.get(i).ticks;
            long sum = 0;
            for (; i < makers.size() && makers.get(i).ticks == ticks; i++) {
                sum += makers.get(i).lots;
            }
            levels.add(ticks + " x " + sum);
        }
        return levels;
    }

    private List<Standing> makers(Side side) {
        return standing.stream()
                .filter(order -> order.side == side && order.lots > 0)
                .sorted(Comparator.comparingLong((Standing order) -> -order.ticks * side.sign())
                        .thenComparingInt(order -> order.arrival))
                .toList();
    }
}
