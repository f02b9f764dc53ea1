package sluice.venue.coinbase.trade;

import sluice.venue.coinbase.trade.reply.OrderNames;
import sluice.venue.coinbase.trade.reply.OrderObjects;
import sluice.venue.coinbase.trade.wire.OrderRequests;
import sluice.venue.coinbase.trade.wire.ReadRequests;

/** The functions to and from the venue's text, as one session uses them, and the ids it has met. */
record Wire(OrderRequests orders, ReadRequests reads, OrderObjects objects) {

    OrderNames names() {
        return objects.names();
    }
}
