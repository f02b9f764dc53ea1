package sluice.engine.work;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.OrderRef;
import sluice.engine.judging.Judging;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderState;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.risk.exposure.TradingState;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * Changes to working orders, so that old and new are never both live.
 *
 * <p>An order without fills goes through the venue's own amend, which refuses when a fill came between. One with fills,
 * or at a venue without an amend, is cancelled, asked about until its filled quantity is proven, and only then sent
 * again for what is left.
 */
public final class Amending {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Turn turn;
    private final Waiters waiters;
    private final Judging judging;
    private final Rulings rulings;

    /** Children whose old order is being cancelled so that the new one can follow. */
    private final Set<ChildId> inSteps = new HashSet<>();

    public Amending(Turn turn, Waiters waiters, Judging judging) {
        this.turn = turn;
        this.waiters = waiters;
        this.judging = judging;
        this.rulings = new Rulings(turn);
    }

    public void amend(Input.Asked asked, Command.Amend command) {
        var target = target(command.order());
        if (target.isEmpty()) {
            var text = "Not amended: %1$s has ended, or several of its orders work; order %1$s shows them.";
            refuse(asked, "NOT_AMENDABLE", text.formatted(command.order()));
            return;
        }
        var order = target.get();
        if (order.isInDoubt()) {
            var text = "Not amended: what became of %1$s is in doubt and being asked for; amend it once that is known.";
            refuse(asked, "NOT_AMENDABLE", text.formatted(command.order()));
            return;
        }
        if (!order.state().isCancellable() || order.inFlight().isPresent()) {
            refuse(asked, "NOT_AMENDABLE", "Not amended: " + command.order() + " is " + order.state() + ".");
            return;
        }
        var terms = order.terms()
                .withOrderQty(command.orderQty().orElse(order.terms().orderQty()))
                .withPx(command.px().or(() -> order.terms().px()).orElseThrow());
        var refusal = refusal(order, terms, command);
        if (refusal.isPresent()) {
            turn.answer(asked.answer(), refusal.get());
        } else {
            send(asked, command, order, terms);
        }
    }

    private Optional<Answer.Refused> refusal(Order order, Terms terms, Command.Amend command) {
        if (terms.equals(order.terms())) {
            return Optional.of(Answer.Refused.of(
                    "NOTHING_TO_AMEND", "Not amended: " + command.order() + " already stands at these terms."));
        }
        if (terms.orderQty().compareTo(order.cumQty()) <= 0) {
            return Optional.of(Answer.Refused.of(
                    "BELOW_FILLED",
                    "Not amended: " + command.order() + " has filled " + order.cumQty() + " already; cancel the rest"
                            + " instead."));
        }
        var unready = turn.venue(order.ids().venue()).unready();
        if (!unready.isEmpty()) {
            return Optional.of(unready(command, order, unready));
        }
        var beyond = beyond(order, terms);
        if (beyond.isPresent()) {
            return beyond;
        }
        var decision = judging.amend(order, terms);
        var instructions = turn.orders().parentOf(order).parent().opened().instructions();
        var asked = new Rulings.Asked(terms, instructions, command.origin());
        if (decision.refusal().isPresent()) {
            rulings.refused(order.ids().parentId(), asked, decision);
        } else {
            rulings.passed(order.ids().parentId(), asked, decision);
        }
        return decision.refusal();
    }

    /** An amend may lead to a new order, and none goes to a venue that is not ready for one. */
    private static Answer.Refused unready(Command.Amend command, Order order, String why) {
        var message = "Not amended: nothing new may go to %s, because %s; %s stands as it was, and can be cancelled."
                .formatted(order.ids().venue(), why, command.order());
        return new Answer.Refused("NOT_READY", message, Map.of(), Answer.Retry.AFTER);
    }

    /** One of several children may not ask for more than the others leave of what was ordered. */
    private Optional<Answer.Refused> beyond(Order order, Terms terms) {
        var parent = turn.orders().parentOf(order);
        var others = parent.children().stream()
                .filter(child -> !child.ids().equals(order.ids()))
                .map(child -> child.cumQty().plus(child.worstLeavesQty()))
                .reduce(Qty.ZERO, Qty::plus);
        var ordered = parent.parent().terms().orderQty();
        if (parent.children().size() == 1 || others.plus(terms.orderQty()).compareTo(ordered) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Answer.Refused.of(
                "BEYOND_ORDERED",
                "Not amended: other children of " + parent.parent().id() + " have taken " + others + " of the "
                        + ordered + " ordered."));
    }

    private void send(Input.Asked asked, Command.Amend command, Order order, Terms terms) {
        var id = order.ids().childId();
        var next = nextId(order);
        turn.record(new DeskEvent.Commanded(command.origin(), about(order), turn.now()));
        turn.record(new OrderEvent.Requested(id, new Request.Replace(next, terms), turn.now()));
        var amend = turn.venue(order.ids().venue()).manifest().orders().amend();
        if (order.cumQty().isZero() && amend != Manifest.Amend.CANCEL_THEN_NEW) {
            var replace = new VenueCommand.ReplaceOrder(Refs.of(order), next, order.terms(), terms, order.cumQty());
            turn.send(order.ids().venue(), replace);
        } else {
            inSteps.add(id);
            turn.send(order.ids().venue(), new VenueCommand.CancelOrder(Refs.of(order)));
        }
        waiters.await(asked.answer(), PATIENCE, () -> settled(id, terms), () -> answer(id, terms));
    }

    private static List<String> about(Order order) {
        return List.of(order.ids().parentId().toString(), order.ids().childId().toString());
    }

    /** An amend that was refused or is in doubt may arrive yet, so its id is spent. */
    private ClOrdId nextId(Order order) {
        var ids = order.ids();
        for (var revision = 1; ; revision++) {
            var id = ClOrdId.of(turn.state().instanceTag(), ids.childId(), revision);
            if (turn.orders()
                    .find(ids.venue(), Optional.of(id), Optional.empty())
                    .isEmpty()) {
                return id;
            }
        }
    }

    private Optional<Answer> settled(ChildId id, Terms terms) {
        var order = turn.order(id);
        var busy = order.inFlight().isPresent() && !order.isInDoubt();
        return busy ? Optional.empty() : Optional.of(answer(id, terms));
    }

    private Answer answer(ChildId id, Terms terms) {
        var order = turn.order(id);
        var parent = turn.orders().parentOf(order);
        if (order.terms().equals(terms)) {
            return new Answer.Amended(parent, Optional.empty());
        }
        var why = order.isInDoubt()
                ? "the outcome is unknown and is being asked for"
                : order.inFlight().isPresent() ? "the venue has not answered yet" : "it stands as it was";
        return new Answer.Amended(
                parent, Optional.of("Not amended: " + id + " is " + order.state() + "; " + why + "."));
    }

    private Optional<Order> target(OrderRef ref) {
        if (ref instanceof OrderRef.OfChild child) {
            return turn.orders().child(child.id());
        }
        var parent = turn.orders().parent(((OrderRef.OfParent) ref).id());
        var open = parent.map(
                found -> found.children().stream().filter(Order::isOpen).toList());
        return open.filter(children -> children.size() == 1).map(children -> children.get(0));
    }

    private void refuse(Input.Asked asked, String code, String message) {
        turn.answer(asked.answer(), Answer.Refused.of(code, message));
    }

    /** Whether the end of this order is the first of two steps, and so not an end: its fills are asked for next. */
    public boolean tookOver(Order order, Stamp at) {
        if (!inSteps.contains(order.ids().childId()) || order.inFlight().isEmpty()) {
            return false;
        }
        turn.send(order.ids().venue(), new VenueCommand.OrderStatusRequest(Refs.of(order)));
        return true;
    }

    /** Whether the old order is being cancelled so that the new one can follow. */
    boolean isInSteps(ChildId id) {
        return inSteps.contains(id);
    }

    /** The cancel that was to come first did not happen. */
    public void dropped(ChildId id) {
        inSteps.remove(id);
    }

    /** Whether all that the venue's order filled is listed and counted; what others before it filled is not in it. */
    private static boolean isBooked(Order order, Lookup.Found found) {
        var listed =
                found.fills().stream().map(fill -> fill.execution().lastQty()).reduce(Qty.ZERO, Qty::plus);
        return listed.equals(found.order().cumQty())
                && found.fills().stream()
                        .allMatch(fill -> order.fills().has(fill.execution().execId()));
    }

    /** Whether a new order may still follow the one that was cancelled for it. */
    private boolean mayGo(Order order) {
        var venue = order.ids().venue();
        var tag = turn.orders().parentOf(order).parent().opened().instructions().tag();
        var trading = turn.state().trading().at(venue, order.terms().symbol(), tag);
        return turn.venue(venue).unready().isEmpty() && trading == TradingState.ACTIVE;
    }

    /**
     * Sends the new order once the old one is proven dead and every fill of it is booked, and the cancel again while it
     * is not; true when it was about that.
     */
    public boolean answered(Order order, VenueEvent.StatusReport report) {
        var id = order.ids().childId();
        var replace = order.inFlight().filter(Request.Replace.class::isInstance).map(Request.Replace.class::cast);
        if (!inSteps.contains(id) || replace.isEmpty() || !(report.lookup() instanceof Lookup.Found found)) {
            return false;
        }
        var isCurrent = report.asked().clOrdId().equals(order.ids().clOrdId());
        if (isCurrent && !found.order().state().isTerminal()) {
            turn.send(order.ids().venue(), new VenueCommand.CancelOrder(Refs.of(order)));
        }
        if (!isCurrent || !found.order().state().isTerminal() || !isBooked(order, found)) {
            return false;
        }
        inSteps.remove(id);
        var leaves = replace.get().terms().orderQty().minus(order.cumQty());
        if (found.order().state() != OrderState.CANCELLED || !leaves.isPositive() || !mayGo(order)) {
            return false;
        }
        turn.record(
                new OrderEvent.Replaced(id, replace.get().next(), replace.get().terms(), Optional.empty(), turn.now()));
        var rest = replace.get().terms().withOrderQty(leaves);
        turn.send(order.ids().venue(), new VenueCommand.NewOrder(replace.get().next(), rest));
        return true;
    }
}
