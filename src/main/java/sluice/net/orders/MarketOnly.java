package sluice.net.orders;

import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.Clock;
import sluice.market.VenueId;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** Answers commands for a venue we have no keys for: nothing left, and nothing is known. */
public record MarketOnly(VenueId venue, Clock clock, Consumer<VenueEvent> inbox) {

    private static final String NO_KEYS = "there are no API keys for it in the configuration";

    public void answer(VenueCommand command) {
        if (command instanceof VenueCommand.NewOrder order) {
            notSent(
                    new VenueCommand.Ref(
                            order.clOrdId(), Optional.empty(), order.terms().symbol()),
                    new Request.New());
        } else if (command instanceof VenueCommand.CancelOrder cancel) {
            notSent(cancel.order(), new Request.Cancel());
        } else if (command instanceof VenueCommand.ReplaceOrder replace) {
            notSent(replace.order(), new Request.Replace(replace.next(), replace.terms()));
        } else if (command instanceof VenueCommand.OrderStatusRequest request) {
            inbox.accept(
                    new VenueEvent.StatusReport(venue, request.order(), new Lookup.Failed(NO_KEYS), clock.stamp()));
        } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            inbox.accept(new VenueEvent.MassStatusFailed(venue, request.requestId(), NO_KEYS, clock.stamp()));
        } else if (!(command instanceof VenueCommand.Resubscribe || command instanceof VenueCommand.SetDeadMan)) {
            throw new AssertionError(command);
        }
    }

    private void notSent(VenueCommand.Ref order, Request request) {
        inbox.accept(new VenueEvent.OrderReport(
                venue,
                Optional.of(order.clOrdId()),
                order.orderId(),
                order.symbol(),
                new OrderNews.NotSent(request, NO_KEYS),
                clock.stamp()));
    }
}
