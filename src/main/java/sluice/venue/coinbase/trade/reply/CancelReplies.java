package sluice.venue.coinbase.trade.reply;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.net.gate.Ruling;
import sluice.net.text.Fields;
import sluice.order.OrderId;

/** Reads what became of each cancel of a batch. */
public final class CancelReplies {

    private CancelReplies() {}

    /** Batch cancel: "success" of an order is that its cancel was accepted; empty for one, a ruling for the others. */
    public static Map<OrderId, Optional<Ruling>> of(Fields reply) {
        var results = new HashMap<OrderId, Optional<Ruling>>();
        for (var result : reply.in("results").all()) {
            results.put(
                    new OrderId(result.text("order_id")),
                    VenueError.refusalOfOne(result).map(ErrorTable::judge));
        }
        return results;
    }
}
