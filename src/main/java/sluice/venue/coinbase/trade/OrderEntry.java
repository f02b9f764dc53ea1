package sluice.venue.coinbase.trade;

import java.util.Optional;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.orders.Outcome;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/**
 * Places and cancels, and says what came of it.
 *
 * <ol>
 *   <li>A request leaves at most once. What the venue did not execute is told as such, and the desk decides anew.
 *   <li>An unknown outcome is told as a doubt, never as a rejection.
 *   <li>After many equal rejections in a row nothing more is placed for a while.
 *   <li>Create order: "a non-unique client_order_id does not create an order, and the existing order is returned". So a
 *       success under an id that was there before, or that speaks of another order, is a doubt.
 *   <li>The venue cancels by its own id only, so an order whose id is not known is looked for first.
 * </ol>
 */
final class OrderEntry {

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Orders orders;
    private final Cancels cancels;
    private final Lookups lookups;
    private final Consumer<OrderId> expected;

    OrderEntry(Parts parts) {
        outlet = parts.outlet();
        gate = parts.gate();
        wire = parts.wire();
        orders = parts.orders();
        cancels = parts.cancels();
        lookups = parts.lookups();
        expected = parts.expected();
    }

    /** @param expected told of each order that the user channel has to report, too */
    record Parts(
            Outlet outlet,
            Gate gate,
            Wire wire,
            Orders orders,
            Cancels cancels,
            Lookups lookups,
            Consumer<OrderId> expected) {}

    void place(VenueCommand.NewOrder command) {
        var terms = command.terms();
        var order = new VenueCommand.Ref(command.clOrdId(), Optional.empty(), terms.symbol());
        var impossible = impossible(terms);
        if (impossible.isPresent()) {
            outlet.report(order, new OrderNews.NotSent(new Request.New(), impossible.get()));
            return;
        }
        var before = wire.names().orderId(command.clOrdId());
        wire.names().said(command.clOrdId(), Optional.empty());
        lookups.sending(command.clOrdId());
        var ask = Ask.order(at -> wire.orders().place(command.clOrdId(), terms, at));
        var heldBack = gate.now(ask, answer -> placed(order, terms, before, answer));
        outlet.report(
                order,
                heldBack.<OrderNews>map(cause -> new OrderNews.NotSent(new Request.New(), cause))
                        .orElseGet(() -> new OrderNews.Sent(new Request.New())));
    }

    private static Optional<String> impossible(Terms terms) {
        if (terms.reduceOnly()) {
            return Optional.of("Coinbase spot has no reduce-only orders");
        }
        return terms.postOnly() && (!terms.tif().rests() || terms.px().isEmpty())
                ? Optional.of("on Coinbase only GTC and GTD limit orders can be post-only")
                : Optional.empty();
    }

    private void placed(VenueCommand.Ref order, Terms terms, Optional<OrderId> before, Answer answer) {
        if (!(answer instanceof Answer.Done done)) {
            var news = Outcome.of(new Request.New(), answer);
            if (news instanceof OrderNews.Rejected rejected) {
                gate.rejected(rejected.closure());
            }
            outlet.report(order, news);
            return;
        }
        var orderId = wire.objects().placed(done.body());
        gate.accepted();
        if (before.isPresent() || !wire.objects().isFor(done.body(), terms)) {
            var cause = "the venue answered with the order " + orderId + ", which it had under this id";
            outlet.report(order, new OrderNews.InDoubt(new Request.New(), cause));
            return;
        }
        orders.placed(order, orderId);
        expected.accept(orderId);
    }

    void cancel(VenueCommand.Ref order) {
        orders.asked(order.clOrdId());
        wire.names().said(order.clOrdId(), order.orderId());
        var known = wire.names().orderId(order.clOrdId());
        if (known.isPresent()) {
            cancels.cancel(order, known.get());
        } else {
            lookups.look(order, lookup -> cancelFound(order, lookup));
        }
    }

    private void cancelFound(VenueCommand.Ref order, Lookup lookup) {
        var request = new Request.Cancel();
        if (lookup instanceof Lookup.Found found) {
            var isDone = found.order().state().isTerminal();
            orders.stands(found.order());
            if (isDone) {
                var closure = new Closure(Reason.ALREADY_DONE, "the order had ended when it was found");
                outlet.report(order, new OrderNews.RequestRejected(request, closure));
            } else {
                cancels.cancel(order, found.order().orderId());
            }
        } else if (lookup instanceof Lookup.NotFound) {
            orders.fence(order.clOrdId());
            var closure = new Closure(Reason.UNKNOWN_ORDER, "not found; if it shows itself, it is cancelled");
            outlet.report(order, new OrderNews.RequestRejected(request, closure));
        } else if (lookup instanceof Lookup.Failed failed) {
            outlet.report(order, new OrderNews.NotSent(request, "it could not be looked for: " + failed.cause()));
        } else {
            throw new AssertionError(lookup);
        }
    }
}
