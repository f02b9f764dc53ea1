package sluice.venue.bybit.trade;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.orders.Outcome;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;
import sluice.venue.bybit.trade.reply.OrderObjects;

/**
 * Places, amends and cancels, and says what came of it.
 *
 * <ol>
 *   <li>A request leaves at most once. What the venue did not execute is told as such, and the desk decides anew.
 *   <li>An unknown outcome is told as a doubt, never as a rejection.
 *   <li>An acknowledgement is told once it is known how the order stands, which may be rejected.
 *   <li>After many equal rejections in a row nothing more is placed for a while.
 *   <li>An id that is taken says that the order may be there already, so that is a doubt too.
 * </ol>
 */
final class OrderEntry {

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Orders orders;
    private final Awaited awaited;
    private final Aliases aliases;

    /** Told of each order that the private stream has to report. */
    private final Consumer<OrderId> expected;

    /** Why the account may not trade a symbol. */
    private final Function<Symbol, Optional<String>> obstacle;

    OrderEntry(
            Outlet outlet,
            Gate gate,
            Wire wire,
            Book book,
            Consumer<OrderId> expected,
            Function<Symbol, Optional<String>> obstacle) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.orders = book.orders();
        this.awaited = book.awaited();
        this.aliases = book.aliases();
        this.expected = expected;
        this.obstacle = obstacle;
    }

    /** What is known of the session's orders. */
    record Book(Orders orders, Awaited awaited, Aliases aliases) {}

    void place(VenueCommand.NewOrder command) {
        var terms = command.terms();
        var order = new VenueCommand.Ref(command.clOrdId(), Optional.empty(), terms.symbol());
        var request = new Request.New();
        var ask = Quota.PLACE.order(terms.symbol(), at -> wire.orders().place(command.clOrdId(), terms, at));
        var heldBack = impossible(terms).or(() -> gate.now(ask, answer -> placed(order, answer)));
        if (heldBack.isPresent()) {
            outlet.report(order, new OrderNews.NotSent(request, heldBack.get()));
        } else {
            orders.placing(command.clOrdId());
            outlet.report(order, new OrderNews.Sent(request));
        }
    }

    private Optional<String> impossible(Terms terms) {
        if (terms.tif().kind() == Tif.Kind.GTD) {
            return Optional.of("Bybit has no GTD orders");
        }
        if (terms.postOnly() && !terms.tif().rests()) {
            return Optional.of("at Bybit an order is post-only or " + terms.tif() + ", not both");
        }
        if (terms.reduceOnly() && !terms.symbol().isPerpetual()) {
            return Optional.of("a spot order reduces no position");
        }
        return obstacle.apply(terms.symbol());
    }

    private void placed(VenueCommand.Ref order, Answer answer) {
        var request = new Request.New();
        if (answer instanceof Answer.Done done) {
            var id = id(done);
            gate.accepted();
            expected.accept(id);
            awaited.expect(order, id, request, stands -> taken(order, stands));
        } else {
            var news = Outcome.of(request, answer);
            if (news instanceof OrderNews.Rejected rejected) {
                gate.rejected(rejected.closure());
            }
            outlet.report(order, news);
        }
    }

    /** The request was answered, and the order is there or was. */
    private void taken(VenueCommand.Ref order, VenueOrder stands) {
        if (stands.state() != OrderState.REJECTED) {
            outlet.report(order, new OrderNews.Acknowledged(stands.orderId()));
        }
    }

    private static OrderId id(Answer.Done done) {
        return OrderObjects.orderId(done.body().in("result"));
    }

    void cancel(VenueCommand.Ref named) {
        var order = aliases.resolve(named);
        orders.cancelling(order);
        var request = new Request.Cancel();
        gate.soon(
                Quota.CANCEL
                        .cancel(order.symbol(), at -> wire.orders().cancel(order, at))
                        .once(order.clOrdId().value()),
                () -> outlet.report(order, new OrderNews.Sent(request)),
                answer -> settle(order, request, answer));
    }

    /** In place, so the order keeps its id at the venue whatever the desk calls it from now on. */
    void replace(VenueCommand.ReplaceOrder command) {
        var order = aliases.resolve(command.order());
        var request = new Request.Replace(command.next(), command.terms());
        var ask = Quota.AMEND.change(
                order.symbol(), at -> wire.orders().amend(order, command.from(), command.terms(), at));
        var heldBack = unamendable(command).or(() -> gate.now(ask, answer -> settle(order, request, answer)));
        outlet.report(
                order,
                heldBack.<OrderNews>map(cause -> new OrderNews.NotSent(request, cause))
                        .orElseGet(() -> new OrderNews.Sent(request)));
    }

    private static Optional<String> unamendable(VenueCommand.ReplaceOrder command) {
        var alike = command.from().withOrderQty(command.terms().orderQty());
        var same = command.terms().px().map(alike::withPx).orElse(alike);
        return same.equals(command.terms())
                ? Optional.empty()
                : Optional.of("at Bybit only price and quantity of an order can be amended");
    }

    private void settle(VenueCommand.Ref order, Request request, Answer answer) {
        if (answer instanceof Answer.Done done) {
            awaited.expect(order, id(done), request, stands -> met(order, request, stands));
        } else {
            outlet.report(order, Outcome.of(request, answer));
        }
    }

    private void met(VenueCommand.Ref order, Request request, VenueOrder stands) {
        if (request instanceof Request.Replace replace && !stands.state().isTerminal()) {
            aliases.add(replace.next(), stands.orderId());
            outlet.report(order, new OrderNews.Replaced(replace, stands.orderId()));
        }
    }
}
