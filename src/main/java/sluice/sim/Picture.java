package sluice.sim;

import java.util.List;
import sluice.market.book.Level;

/** A book at one moment, best levels first, with the number of the last update it holds. Immutable. */
public record Picture(String symbol, long lastUpdateId, List<Level> bids, List<Level> asks) {

    public Picture {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
