package sluice.engine.packed;

import sluice.market.Stamp;
import sluice.order.OrderEvent;
import sluice.order.Request;

/** When something was last learned of an order, and whether its bytes are known to have left. Immutable. */
public record Trace(Stamp last, boolean sent) {

    public Trace after(OrderEvent event) {
        return new Trace(tellsNothing(event) ? last : event.at(), sent || event instanceof OrderEvent.Sent);
    }

    /** Cancels that are sent and turned down say nothing new of the order, however often. */
    private static boolean tellsNothing(OrderEvent event) {
        return event instanceof OrderEvent.Requested
                || event instanceof OrderEvent.RequestRejected
                || event instanceof OrderEvent.Sent request && request.request().equals(new Request.Cancel().name());
    }
}
