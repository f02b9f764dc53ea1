package sluice.engine.work;

import java.util.Optional;
import sluice.order.Doubt;
import sluice.order.Order;
import sluice.order.Request;
import sluice.venue.VenueCommand;

/** An order as its venue is to be told of it. */
public final class Refs {

    private Refs() {}

    public static VenueCommand.Ref of(Order order) {
        return new VenueCommand.Ref(
                order.ids().clOrdId(), order.orderId(), order.terms().symbol());
    }

    /** The order that an amend under way would leave, under its own id. */
    public static Optional<VenueCommand.Ref> replacement(Order order) {
        return replace(order)
                .map(replace -> new VenueCommand.Ref(
                        replace.next(), Optional.empty(), order.terms().symbol()));
    }

    /** The amend under way, or that nobody knows the outcome of. */
    static Optional<Request.Replace> replace(Order order) {
        return order.inFlight()
                .filter(Request.Replace.class::isInstance)
                .or(() -> order.doubt().map(Doubt::request).filter(Request.Replace.class::isInstance))
                .map(Request.Replace.class::cast);
    }
}
