package sluice.sim.front;

import sluice.sim.SimFill;

/** What a venue's wire calls what the exchange numbers, so that the truth can be told in the venue's own words. */
public interface Naming {

    /** The names of a venue that shows the exchange's own. */
    Naming PLAIN = new Naming() {};

    default String symbol(String listed) {
        return listed;
    }

    default String order(String listed, long orderId) {
        return String.valueOf(orderId);
    }

    /** The execution goes by the public trade's number, which is what most protocols tell the account. */
    default String fill(SimFill fill) {
        return String.valueOf(fill.tradeId());
    }
}
