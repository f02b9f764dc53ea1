package sluice.engine.work;

import java.util.List;
import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.OrderRef;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.market.Money;
import sluice.market.Qty;
import sluice.order.Closure;
import sluice.order.Doubt;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentOrder;
import sluice.venue.VenueCommand;

/**
 * An operator's word for what became of an order in doubt.
 *
 * <ol>
 *   <li>It is taken of an order in doubt only, or to correct a fill that was said before, and it stands in the journal
 *       with who said it and why.
 *   <li>An order that is said to work no more is cancelled at the venue all the same.
 *   <li>What the venue tells later is right: a fill is booked, one that it does not count is taken back, an order that
 *       lives is found and cancelled.
 * </ol>
 */
public final class Resolving {

    private final Turn turn;
    private final Doubts doubts;
    private final Working working;

    public Resolving(Turn turn, Doubts doubts, Working working) {
        this.turn = turn;
        this.doubts = doubts;
        this.working = working;
    }

    public void resolve(Input.Asked asked, Command.Resolve command) {
        var orders = inDoubt(command.order());
        if (orders.size() != 1) {
            turn.answer(asked.answer(), notOne(command.order(), orders));
            return;
        }
        var order = orders.get(0);
        var refusal = refusal(order, command);
        if (refusal.isPresent()) {
            turn.answer(asked.answer(), Answer.Refused.of("NOT_RESOLVED", "Not resolved: " + refusal.get() + "."));
            return;
        }
        var about =
                List.of(order.ids().parentId().toString(), order.ids().childId().toString());
        turn.record(new DeskEvent.Commanded(command.origin(), about, turn.now()));
        apply(order, command);
        working.progress(order.ids().parentId());
        var parent = turn.orders().parent(order.ids().parentId()).orElseThrow();
        turn.answer(asked.answer(), new Answer.Placed(parent));
    }

    private List<Order> inDoubt(OrderRef ref) {
        var named = ref instanceof OrderRef.OfParent parent
                ? turn.orders().parent(parent.id()).map(ParentOrder::children).orElse(List.of())
                : turn.orders().child(((OrderRef.OfChild) ref).id()).stream().toList();
        return named.stream().filter(Resolving::isOpenToWord).toList();
    }

    /** In doubt, or with something that stands in for fills: what somebody said wrongly can be said anew. */
    private static boolean isOpenToWord(Order order) {
        return order.isInDoubt() || order.fills().provisional().isPresent();
    }

    private static Answer notOne(OrderRef ref, List<Order> orders) {
        if (orders.isEmpty()) {
            var message = "Not resolved: " + ref + " is not in doubt; `order " + ref + "` tells what is known of it.";
            return Answer.Refused.of("NOT_IN_DOUBT", message);
        }
        var ids = orders.stream().map(order -> order.ids().childId().toString()).toList();
        var message = "Not resolved: several children of " + ref + " are in doubt; name one of "
                + String.join(", ", ids) + ".";
        return Answer.Refused.of("AMBIGUOUS_ORDER", message);
    }

    private static Optional<String> refusal(Order order, Command.Resolve command) {
        return switch (command.as()) {
            case NEVER_SENT -> neverSent(order, command.fill());
            case CANCELLED -> cancelled(order, filled(order, command.fill()));
            case FILLED -> filled(order, filled(order, command.fill()));
        };
    }

    private static Qty filled(Order order, Optional<Command.Filled> more) {
        return order.fills().listedQty().plus(more.map(Command.Filled::qty).orElse(Qty.ZERO));
    }

    private static Optional<String> cancelled(Order order, Qty filled) {
        return filled.compareTo(order.terms().orderQty()) < 0
                ? Optional.empty()
                : Optional.of("with " + filled + " of " + order.terms().orderQty() + " it would be filled");
    }

    /** No fill is booked that nobody gave a price for. */
    private static Optional<String> filled(Order order, Qty filled) {
        return filled.equals(order.terms().orderQty())
                ? Optional.empty()
                : Optional.of("that makes " + filled + " of " + order.terms().orderQty()
                        + "; say what filled at which price, or that the rest is cancelled");
    }

    private static Optional<String> neverSent(Order order, Optional<Command.Filled> fill) {
        var id = order.ids().childId();
        if (fill.isPresent()) {
            return Optional.of("what was never sent has no fill");
        }
        if (order.doubt().filter(Doubt::isLoss).isPresent()) {
            return Optional.of(id + " was accepted, so it was sent; say what became of it there");
        }
        return Optional.empty();
    }

    private void apply(Order order, Command.Resolve command) {
        var id = order.ids().childId();
        var said = said(command.origin(), command.evidence());
        if (!order.isInDoubt()) {
            correct(order, command.fill(), said);
            return;
        }
        var request = order.doubt().map(Doubt::request).orElseThrow();
        if (command.as() == Command.Resolution.NEVER_SENT && !(request instanceof Request.New)) {
            turn.record(new OrderEvent.Settled(id, said, turn.now()));
        } else {
            command.fill().ifPresent(fill -> book(order, fill, said));
            close(order, command.as(), said);
        }
        doubts.closed(id);
    }

    /** The word that was given before is taken back, or another one takes its place. */
    private void correct(Order order, Optional<Command.Filled> fill, String said) {
        var none = new Command.Filled(
                Qty.ZERO, order.fills().provisional().orElseThrow().lastPx());
        book(order, fill.orElse(none), said);
    }

    /** It stands for the venue's own fills until those come. */
    private void book(Order order, Command.Filled fill, String said) {
        var id = order.ids().childId();
        var fee = Money.zero(order.terms().symbol().quote());
        var execution = new Execution(
                ExecId.provisional(id),
                fill.qty(),
                fill.px(),
                fee,
                Liquidity.TAKER,
                turn.now().at());
        turn.record(new OrderEvent.Provisional(id, execution, said, turn.now()));
    }

    /** A cancel goes after it, in case it lives. */
    private void close(Order order, Command.Resolution as, String said) {
        var id = order.ids().childId();
        turn.record(new OrderEvent.Settled(id, said, turn.now()));
        if (turn.order(id).isOpen()) {
            var reason = as == Command.Resolution.NEVER_SENT ? never(order) : Reason.VENUE_CANCELLED;
            turn.record(new OrderEvent.Cancelled(id, new Closure(reason, said), turn.now()));
            turn.send(order.ids().venue(), new VenueCommand.CancelOrder(Refs.of(order)));
        }
    }

    private Reason never(Order order) {
        return turn.orders().trace(order.ids().childId()).sent() ? Reason.NEVER_ACCEPTED : Reason.NEVER_SENT;
    }

    private static String said(Origin origin, String evidence) {
        return "on the word of " + origin.user() + " (" + origin.terminal() + "): " + evidence;
    }
}
