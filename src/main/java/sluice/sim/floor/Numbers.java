package sluice.sim.floor;

import sluice.sim.Ledger.Counters;

/** Gives out the venue's numbers; none is given twice, also not after a restart. */
final class Numbers {

    /** More than can be given out between two checkpoints. */
    private static final long SKIP = 1_000_000;

    private long order;
    private long trade;
    private long exec;

    Numbers(Counters kept) {
        order = kept.orderId();
        var skip = kept.orderId() + kept.tradeId() + kept.execId() == 0 ? 0 : SKIP;
        trade = kept.tradeId() + skip;
        exec = kept.execId() + skip;
    }

    long order() {
        return ++order;
    }

    long trade() {
        return ++trade;
    }

    long exec() {
        return ++exec;
    }

    Counters counters() {
        return new Counters(order, trade, exec);
    }
}
