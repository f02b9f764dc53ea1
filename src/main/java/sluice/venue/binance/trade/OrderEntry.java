package sluice.venue.binance.trade;

import java.util.Optional;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.orders.Outcome;
import sluice.order.Request;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/**
 * Places and cancels, and says what came of it.
 *
 * <ol>
 *   <li>A request leaves at most once. What the venue did not execute is told as such, and the desk decides anew.
 *   <li>An unknown outcome is told as a doubt, never as a rejection.
 *   <li>After many equal rejections in a row nothing more is placed for a while.
 *   <li>An id that is taken says that the order may be there already, so that is a doubt too.
 * </ol>
 */
final class OrderEntry {

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Orders orders;

    OrderEntry(Outlet outlet, Gate gate, Wire wire, Orders orders) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.orders = orders;
    }

    void place(VenueCommand.NewOrder command) {
        var terms = command.terms();
        var order = new VenueCommand.Ref(command.clOrdId(), Optional.empty(), terms.symbol());
        var request = new Request.New();
        if (terms.tif().kind() == Tif.Kind.GTD || terms.reduceOnly()) {
            outlet.report(order, new OrderNews.NotSent(request, "Binance spot has neither GTD nor reduce-only orders"));
            return;
        }
        var ask = Ask.order(at -> wire.orders().place(command.clOrdId(), terms, at));
        var heldBack = gate.now(ask, answer -> placed(order, answer));
        outlet.report(
                order,
                heldBack.<OrderNews>map(cause -> new OrderNews.NotSent(request, cause))
                        .orElseGet(() -> new OrderNews.Sent(request)));
    }

    void cancel(VenueCommand.Ref order) {
        orders.asked(order.clOrdId());
        var ask = Ask.cancel(at -> wire.orders().cancel(order, at))
                .once(order.clOrdId().value());
        gate.soon(
                ask,
                () -> outlet.report(order, new OrderNews.Sent(new Request.Cancel())),
                answer -> cancelled(order, answer));
    }

    private void placed(VenueCommand.Ref order, Answer answer) {
        if (answer instanceof Answer.Done done) {
            orders.placed(order, wire.objects().reply(done.body()));
            gate.accepted();
        } else {
            var news = Outcome.of(new Request.New(), answer);
            if (news instanceof OrderNews.Rejected rejected) {
                gate.rejected(rejected.closure());
            }
            outlet.report(order, news);
        }
    }

    private void cancelled(VenueCommand.Ref order, Answer answer) {
        if (answer instanceof Answer.Done done) {
            orders.cancelled(wire.objects().order(done.body()));
        } else {
            outlet.report(order, Outcome.of(new Request.Cancel(), answer));
        }
    }
}
