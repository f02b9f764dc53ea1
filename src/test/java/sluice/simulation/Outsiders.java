package sluice.simulation;

import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.OrderRequest;
import sluice.sim.SelfTrade;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.server.counter.Counter;

/** Somebody with our key at a venue, and no desk of this journal. */
record Outsiders(SimulatedVenue venue, SimulatedWorld world, Watchers watchers) {

    /** Places an order. */
    SimOrder places(Side side, String qty, Px px, String clientId) {
        return place(OrderRequest.limit(symbol(), side, Qty.of(qty), px, clientId));
    }

    /** The same, of an order that may trade with our own. */
    SimOrder trades(Side side, String qty, Px px, String clientId) {
        var usual = OrderRequest.limit(symbol(), side, Qty.of(qty), px, clientId);
        return place(new OrderRequest(
                usual.symbol(), side, usual.manner(), usual.size(), usual.px(), clientId, SelfTrade.NONE));
    }

    private String symbol() {
        return venue.listing(Scene.BTC).symbol();
    }

    private SimOrder place(OrderRequest request) {
        watchers.stranger(request.clientId());
        world.advance();
        venue.exchange().place(Counter.DESK, request);
        venue.flush();
        return venue.exchange()
                .find(Counter.DESK, request.symbol(), SimRef.of(request.clientId()))
                .orElseThrow();
    }

    /** Makes an order of ours smaller. */
    void reduces(SimOrder order, String qty) {
        world.advance();
        venue.exchange()
                .reduce(Counter.DESK, order.symbol(), SimRef.of(order.orderId()), Qty.of(qty), order.clientId());
        venue.flush();
    }
}
