package sluice.venue.binance.trade;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Qty;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.net.orders.Outcome;
import sluice.net.text.Fields;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand.ReplaceOrder;
import sluice.venue.VenueOrder;
import sluice.venue.binance.trade.reply.AccountObjects;
import sluice.venue.binance.trade.reply.ErrorTable;
import sluice.venue.binance.trade.reply.OrderObjects;
import sluice.venue.binance.trade.reply.OrderReply;
import sluice.venue.binance.trade.reply.ReplaceReply;
import sluice.venue.binance.trade.reply.ReplaceReply.Result;
import sluice.venue.binance.trade.wire.OrderRequests;
import sluice.venue.binance.trade.wire.ReadRequests;

/**
 * Amends orders, by whichever of the venue's ways can neither lose the order's place without need nor leave two live.
 *
 * <ol>
 *   <li>Less quantity at the same price is taken away in place.
 *   <li>An order without fills is cancelled and placed in one request, which the venue refuses after a fill.
 *   <li>An order with fills is cancelled first, and what the cancel proves to be left is placed then.
 *   <li>While a replace is undecided, the end of the old order is not the end of the child, and is kept back.
 *   <li>Any sign of the new id proves that the replace took place.
 * </ol>
 */
final class Replaces {

    private final Outlet outlet;
    private final Gate gate;
    private final OrderRequests requests;
    private final ReadRequests reads;
    private final OrderObjects objects;
    private final Fills fills;
    private final Map<ClOrdId, Replacing> undecided = new HashMap<>();

    Replaces(Outlet outlet, Gate gate, Wire wire, Fills fills) {
        this.outlet = outlet;
        this.gate = gate;
        this.requests = wire.orders();
        this.reads = wire.reads();
        this.objects = wire.objects();
        this.fills = fills;
    }

    /** A replace on its way or in doubt, and the old order's end if that came meanwhile. */
    private static final class Replacing {

        private final ReplaceOrder command;
        private Optional<VenueOrder> kept = Optional.empty();

        Replacing(ReplaceOrder command) {
            this.command = command;
        }

        Request.Replace request() {
            return new Request.Replace(command.next(), command.terms());
        }
    }

    void replace(ReplaceOrder command) {
        var replacing = new Replacing(command);
        if (command.terms().tif().kind() == Tif.Kind.GTD) {
            outlet.report(command.order(), notSent(replacing, "Binance spot has no GTD orders"));
        } else if (!isDecrease(command.from(), command.terms())) {
            send(replacing, command.cumQty().isZero() ? Way.AT_ONCE : Way.CANCEL_FIRST);
        } else if (command.cumQty().isZero()) {
            amend(replacing, command.terms().orderQty());
        } else {
            lookFirst(replacing);
        }
    }

    private enum Way {
        AT_ONCE,
        CANCEL_FIRST
    }

    private static boolean isDecrease(Terms from, Terms to) {
        return to.orderQty().compareTo(from.orderQty()) < 0 && to.equals(from.withOrderQty(to.orderQty()));
    }

    private void send(Replacing replacing, Way way) {
        var command = replacing.command;
        switch (way) {
            case AT_ONCE ->
                hand(
                        replacing,
                        gate.now(
                                Ask.order(at -> requests.cancelReplace(command, at)),
                                answer -> replacedAtOnce(replacing, answer)));
            case CANCEL_FIRST ->
                hand(
                        replacing,
                        gate.now(
                                Ask.change(1, at -> requests.cancel(command.order(), at)),
                                answer -> cancelledFirst(replacing, answer)));
        }
    }

    private void amend(Replacing replacing, Qty newQty) {
        var command = replacing.command;
        var ask = Ask.change(4, at -> requests.amend(command.order(), command.next(), newQty, at));
        hand(replacing, gate.now(ask, answer -> amended(replacing, answer)));
    }

    /** What the venue's order was placed for is not known here once ids before it have filled. */
    private void lookFirst(Replacing replacing) {
        var command = replacing.command;
        var taken = command.from().orderQty().minus(command.terms().orderQty());
        gate.soon(Ask.read(4, at -> reads.order(command.order(), at)), answer -> {
            if (answer instanceof Answer.Done done) {
                amend(replacing, objects.order(done.body()).terms().orderQty().minus(taken));
            } else {
                outlet.report(command.order(), notSent(replacing, "the order could not be looked up: " + answer.why()));
            }
        });
    }

    private void hand(Replacing replacing, Optional<String> heldBack) {
        if (heldBack.isEmpty()) {
            undecided.put(replacing.command.order().clOrdId(), replacing);
            outlet.report(replacing.command.order(), new OrderNews.Sent(replacing.request()));
        } else {
            outlet.report(replacing.command.order(), notSent(replacing, heldBack.get()));
        }
    }

    private void amended(Replacing replacing, Answer answer) {
        if (answer instanceof Answer.Done done) {
            replaced(replacing, AccountObjects.amended(done.body()));
        } else {
            refused(replacing, answer);
        }
    }

    private void replacedAtOnce(Replacing replacing, Answer answer) {
        var halves = body(answer).flatMap(ReplaceReply::find);
        if (halves.isEmpty()) {
            refused(replacing, answer instanceof Answer.Done ? Answer.unknown("a reply without halves") : answer);
            return;
        }
        var cancel = halves.get().cancel();
        var place = halves.get().place();
        if (place.result() == Result.SUCCESS) {
            placed(replacing, objects.reply(place.response().orElseThrow()));
        } else if (cancel.result() == Result.SUCCESS && place.result() == Result.FAILURE) {
            notPlaced(replacing, objects.order(cancel.response().orElseThrow()), failed(place));
        } else if (cancel.result() == Result.FAILURE) {
            refused(replacing, failed(cancel));
        } else {
            refused(replacing, Answer.unknown("cancel " + cancel.result() + ", new order " + place.result()));
        }
    }

    private static Optional<Fields> body(Answer answer) {
        if (answer instanceof Answer.Done done) {
            return Optional.of(done.body());
        }
        return answer instanceof Answer.Failed failed ? failed.body() : Optional.empty();
    }

    private static Answer failed(ReplaceReply.Half half) {
        return new Answer.Failed(ErrorTable.judge(400, half.error(), Optional.empty()), Optional.empty());
    }

    private void cancelledFirst(Replacing replacing, Answer answer) {
        if (answer instanceof Answer.Done done) {
            placeRest(replacing, objects.order(done.body()));
        } else {
            refused(replacing, answer);
            release(replacing);
        }
    }

    private void placeRest(Replacing replacing, VenueOrder old) {
        var command = replacing.command;
        var more = command.terms().orderQty().minus(command.from().orderQty());
        var rest = old.terms().orderQty().minus(old.cumQty()).plus(more);
        if (!rest.isPositive()) {
            end(replacing, old, "nothing is left to place");
            return;
        }
        fills.standsOpen(old);
        var ask = Ask.order(at -> requests.place(command.next(), command.terms().withOrderQty(rest), at));
        gate.now(ask, answer -> placedRest(replacing, old, answer))
                .ifPresent(cause -> end(replacing, old, "the new order was not sent: " + cause));
    }

    private void placedRest(Replacing replacing, VenueOrder old, Answer answer) {
        if (answer instanceof Answer.Done done) {
            placed(replacing, objects.reply(done.body()));
        } else {
            notPlaced(replacing, old, answer);
        }
    }

    private void placed(Replacing replacing, OrderReply reply) {
        replaced(replacing, reply.orderId());
        reply.order().ifPresent(placed -> fills.tell(placed, reply.fills()));
    }

    private void replaced(Replacing replacing, OrderId orderId) {
        if (undecided.remove(replacing.command.order().clOrdId(), replacing)) {
            outlet.report(replacing.command.order(), new OrderNews.Replaced(replacing.request(), orderId));
        }
    }

    /** The old order is dead; whether the new one lives depends on what the failure says. */
    private void notPlaced(Replacing replacing, VenueOrder old, Answer failure) {
        var news = Outcome.of(replacing.request(), failure);
        if (news instanceof OrderNews.InDoubt) {
            outlet.report(replacing.command.order(), news);
        } else {
            end(replacing, old, "the new order was not placed: " + failure.why());
        }
    }

    private void end(Replacing replacing, VenueOrder old, String why) {
        if (undecided.remove(replacing.command.order().clOrdId(), replacing)) {
            fills.stands(Asked.ended(old, new Closure(Reason.REQUESTED, "cancelled to be replaced; " + why)));
        }
    }

    /** Nothing changed, or nobody knows; when nothing did, an end that came meanwhile is the order's own. */
    private void refused(Replacing replacing, Answer failure) {
        if (!undecided.containsValue(replacing)) {
            return;
        }
        var news = Outcome.of(replacing.request(), failure);
        outlet.report(replacing.command.order(), news);
        if (!(news instanceof OrderNews.InDoubt)) {
            release(replacing);
        }
    }

    private void release(Replacing replacing) {
        if (undecided.remove(replacing.command.order().clOrdId(), replacing)) {
            replacing.kept.ifPresent(fills::stands);
        }
    }

    void forget(ClOrdId old) {
        undecided.remove(old);
    }

    /** Looks whether an order the venue speaks of is the new one of an undecided replace. */
    void seen(VenueOrder order) {
        undecided.values().stream()
                .filter(replacing -> order.clOrdId().equals(Optional.of(replacing.command.next())))
                .findFirst()
                .ifPresent(replacing -> replaced(replacing, order.orderId()));
    }

    /** Whether the end of this order is kept back, because it is being replaced. */
    boolean keeps(VenueOrder order) {
        var replacing = order.clOrdId().map(undecided::get);
        replacing.filter(known -> order.closure().isPresent()).ifPresent(known -> known.kept = Optional.of(order));
        return replacing.isPresent();
    }

    private static OrderNews notSent(Replacing replacing, String cause) {
        return new OrderNews.NotSent(replacing.request(), cause);
    }
}
