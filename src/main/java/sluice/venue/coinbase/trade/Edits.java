package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.orders.Outcome;
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

/**
 * Amends orders in their place.
 *
 * <ol>
 *   <li>The venue takes an edit first and carries it out later, so that only an order shown under its new terms has
 *       been amended.
 *   <li>An order shown at its end under other terms has not, and never will be.
 *   <li>Between the two nobody knows; it is looked at again, and the desk may ask.
 * </ol>
 */
final class Edits implements Due {

    private static final List<Duration> LOOKS = List.of(
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Consumer<VenueOrder> shown;
    private final Map<ClOrdId, Editing> undecided = new HashMap<>();

    /** @param shown told of orders as they stand after it is known what became of an edit */
    Edits(Outlet outlet, Gate gate, Wire wire, Consumer<VenueOrder> shown) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.shown = shown;
    }

    /** An edit on its way, accepted or in doubt, by the id that the order has after it. */
    private static final class Editing {

        private final ReplaceOrder command;
        private final OrderId order;
        private int looks;
        private OptionalLong dueNanos = OptionalLong.empty();

        Editing(ReplaceOrder command, OrderId order) {
            this.command = command;
            this.order = order;
        }

        Request.Replace request() {
            return new Request.Replace(command.next(), command.terms());
        }
    }

    void replace(ReplaceOrder command) {
        wire.names().said(command.order().clOrdId(), command.order().orderId());
        var order = wire.names().orderId(command.order().clOrdId());
        var request = new Request.Replace(command.next(), command.terms());
        if (!isPossible(command.from(), command.terms())) {
            var cause = "Coinbase amends the price and the quantity of GTC limit orders, and nothing else";
            outlet.report(command.order(), new OrderNews.NotSent(request, cause));
        } else if (order.isEmpty()) {
            outlet.report(command.order(), new OrderNews.NotSent(request, "the venue's id of the order is not known"));
        } else {
            send(new Editing(command, order.get()));
        }
    }

    private static boolean isPossible(Terms from, Terms to) {
        return to.px().isPresent()
                && to.tif().kind() == Tif.Kind.GTC
                && from.px().isPresent()
                && to.equals(from.withPx(to.px().get()).withOrderQty(to.orderQty()));
    }

    private void send(Editing editing) {
        var command = editing.command;
        var ask = Ask.order(at -> wire.orders().edit(editing.order, command.terms(), at));
        var heldBack = gate.now(ask, answer -> edited(editing, answer));
        if (heldBack.isPresent()) {
            outlet.report(command.order(), new OrderNews.NotSent(editing.request(), heldBack.get()));
        } else {
            undecided.put(command.next(), editing);
            outlet.report(command.order(), new OrderNews.Sent(editing.request()));
        }
    }

    private void edited(Editing editing, Answer answer) {
        if (!isUndecided(editing)) {
            return;
        }
        if (answer instanceof Answer.Done) {
            look(editing);
            return;
        }
        var news = Outcome.of(editing.request(), answer);
        if (!(news instanceof OrderNews.InDoubt)) {
            undecided.remove(editing.command.next());
        }
        outlet.report(editing.command.order(), news);
    }

    private boolean isUndecided(Editing editing) {
        return undecided.get(editing.command.next()) == editing;
    }

    private void look(Editing editing) {
        editing.dueNanos = OptionalLong.empty();
        gate.soon(Ask.read(1, at -> wire.reads().order(editing.order, at)), answer -> {
            if (answer instanceof Answer.Done done) {
                var order = wire.objects().answer(done.body());
                decide(editing, order);
                shown.accept(named(order, wire.names().clOrdId(order.orderId())));
            }
            lookAgain(editing);
        });
    }

    private void lookAgain(Editing editing) {
        if (!isUndecided(editing)) {
            return;
        }
        editing.looks++;
        if (editing.looks < LOOKS.size()) {
            editing.dueNanos =
                    OptionalLong.of(outlet.nanos() + LOOKS.get(editing.looks).toNanos());
        } else {
            var cause = "the edit was accepted, but the order does not show it";
            outlet.report(editing.command.order(), new OrderNews.InDoubt(editing.request(), cause));
        }
    }

    /** Takes an order as it stands for proof of the edit, or against it. */
    private void decide(Editing editing, VenueOrder order) {
        if (!isUndecided(editing)) {
            return;
        }
        if (Orders.hasTerms(order, editing.command.terms())) {
            undecided.remove(editing.command.next());
            wire.names().renamed(editing.order, editing.command.next());
            outlet.report(editing.command.order(), new OrderNews.Replaced(editing.request(), editing.order));
        } else if (order.state().isTerminal()) {
            undecided.remove(editing.command.next());
            var closure = new Closure(Reason.ALREADY_DONE, "the order ended before it was amended");
            outlet.report(editing.command.order(), new OrderNews.RequestRejected(editing.request(), closure));
        }
    }

    static VenueOrder named(VenueOrder order, Optional<ClOrdId> id) {
        return new VenueOrder(
                id, order.orderId(), order.terms(), order.cumQty(), order.cumQuote(), order.state(), order.closure());
    }

    /** Whether the end of this order is kept back, because nobody knows yet which terms it ended under. */
    boolean keeps(VenueOrder order) {
        var editing = of(order.orderId());
        if (editing.isEmpty() || !order.state().isTerminal()) {
            return false;
        }
        editing.filter(known -> known.dueNanos.isEmpty()).ifPresent(this::look);
        return true;
    }

    private Optional<Editing> of(OrderId order) {
        return undecided.values().stream()
                .filter(editing -> editing.order.equals(order))
                .findFirst();
    }

    /** The order that an undecided edit would leave under this id. */
    Optional<OrderId> orderOf(ClOrdId next) {
        return Optional.ofNullable(undecided.get(next)).map(editing -> editing.order);
    }

    /** Somebody asked how it stands: whether it goes by the new id now. */
    boolean isDecided(ClOrdId next, VenueOrder order) {
        Optional.ofNullable(undecided.get(next)).ifPresent(editing -> decide(editing, order));
        return wire.names().orderId(next).isPresent();
    }

    @Override
    public void woken() {
        List.copyOf(undecided.values()).stream()
                .filter(editing -> editing.dueNanos.isPresent() && editing.dueNanos.getAsLong() <= outlet.nanos())
                .forEach(this::look);
    }

    @Override
    public OptionalLong nextNanos() {
        return undecided.values().stream()
                .flatMapToLong(editing -> editing.dueNanos.stream())
                .min();
    }
}
