package sluice.engine.work;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.engine.turn.Due;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;
import sluice.venue.VenueCommand;

/**
 * Halt, reduce, resume and kill, of everything or of one scope.
 *
 * <ol>
 *   <li>After a kill's place in the journal no new order of its scope leaves, not even one of the same turn.
 *   <li>Ours are cancelled until none works, and after a restart again.
 *   <li>What was killed is resumed with a reason and by nothing else; halt and reduce do not take its place.
 * </ol>
 */
public final class TradingControl {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KILL_AGAIN = Duration.ofSeconds(1);

    private static final Closure NEVER_LEFT = new Closure(Reason.KILLED, "killed before it left");

    private final Turn turn;
    private final Waiters waiters;
    private final Cancelling cancelling;

    public TradingControl(Turn turn, Waiters waiters, Cancelling cancelling) {
        this.turn = turn;
        this.waiters = waiters;
        this.cancelling = cancelling;
    }

    public void set(Input.Asked asked, Command.SetTrading command) {
        var isKilled = turn.state().trading().of(command.scope()) == TradingState.KILLED;
        if (isKilled && command.state() != TradingState.ACTIVE) {
            var message = "Not set: trading is KILLED (" + command.scope() + "), which is stricter; resume it first.";
            turn.answer(asked.answer(), Answer.Refused.of("KILLED", message));
            return;
        }
        if (isKilled && command.reason().isBlank()) {
            var message = "Not resumed: trading was killed; say why it may go on with `resume --reason TEXT`.";
            turn.answer(asked.answer(), Answer.Refused.of("REASON_NEEDED", message));
            return;
        }
        if (command.state() == TradingState.KILLED) {
            kill(command.scope(), command.reason(), command.origin());
        } else {
            turn.record(new DeskEvent.TradingChanged(
                    command.scope(), command.state(), command.reason(), command.origin(), turn.now()));
        }
        turn.answer(asked.answer(), new Answer.TradingSet(command.scope(), command.state()));
    }

    public void kill(Input.Asked asked, Command.Kill command) {
        var open = open(command.scope());
        var parents = parents(open);
        if (command.drill()) {
            turn.answer(asked.answer(), new Answer.Killed(true, orders(parents), List.of()));
            return;
        }
        kill(command.scope(), "kill", command.origin());
        waiters.await(
                asked.answer(),
                PATIENCE,
                () -> open(command.scope()).isEmpty()
                        ? Optional.of(killed(command.scope(), parents))
                        : Optional.empty(),
                () -> killed(command.scope(), parents));
    }

    /** No new order of that scope from here on, and ours of it away. */
    public void kill(Scope scope, String reason, Origin origin) {
        turn.record(new DeskEvent.TradingChanged(scope, TradingState.KILLED, reason, origin, turn.now()));
        var withdrawn = withdraw(scope);
        var open = open(scope);
        var parents = parents(open);
        turn.orders().working().stream()
                .filter(parent -> covers(scope, parent, parents))
                .map(parent -> parent.parent().id())
                .toList()
                .forEach(id -> turn.record(new ParentEvent.CancelAsked(id, turn.now())));
        withdrawn.forEach(this::endIfNothingWorks);
        open.forEach(cancelling::request);
        turn.after(KILL_AGAIN, new Due.KillDue());
    }

    private void endIfNothingWorks(ParentId id) {
        if (!turn.orders().parent(id).orElseThrow().hasOpenChild()) {
            turn.record(new ParentEvent.Ended(id, NEVER_LEFT, turn.now()));
        }
    }

    /** One between its waves has nothing open; one that goes to several venues lives on where only one was killed. */
    private boolean covers(Scope scope, ParentOrder parent, Set<ParentId> concerned) {
        if (scope.venue().isEmpty()) {
            var tag = parent.parent().opened().instructions().tag();
            return concerned.contains(parent.parent().id())
                    || !parent.hasOpenChild()
                            && scope.covers(parent.parent().terms().symbol(), tag);
        }
        return concerned.contains(parent.parent().id())
                && parent.children().stream()
                        .filter(Order::isOpen)
                        .allMatch(
                                child -> scope.venue().get().equals(child.ids().venue()));
    }

    /** Takes back what was decided in this turn and has not left; answers whose it was. */
    private Set<ParentId> withdraw(Scope scope) {
        var parents = new LinkedHashSet<ParentId>();
        for (var send : turn.withdraw(send -> send.addsExposure() && covers(scope, order(send)))) {
            if (send.again()) {
                continue;
            }
            var child = order(send).ids();
            parents.add(child.parentId());
            turn.record(
                    send.command() instanceof VenueCommand.NewOrder
                            ? new OrderEvent.Cancelled(child.childId(), NEVER_LEFT, turn.now())
                            : new OrderEvent.RequestRejected(child.childId(), NEVER_LEFT, turn.now()));
        }
        return parents;
    }

    private Order order(Effect.Send send) {
        var id = send.command() instanceof VenueCommand.NewOrder order
                ? order.clOrdId()
                : ((VenueCommand.ReplaceOrder) send.command()).order().clOrdId();
        return find(send, id);
    }

    private Order find(Effect.Send send, ClOrdId id) {
        return turn.orders()
                .find(send.venue(), Optional.of(id), Optional.empty())
                .orElseThrow();
    }

    private List<Order> open(Scope scope) {
        return turn.orders().open().stream()
                .filter(order -> covers(scope, order))
                .toList();
    }

    private boolean covers(Scope scope, Order order) {
        if (scope.isGlobal()) {
            return true;
        }
        var tag = turn.orders().parentOf(order).parent().opened().instructions().tag();
        return scope.covers(order.ids().venue(), order.terms().symbol(), tag);
    }

    /** What was killed before the desk stopped is still to be cancelled. */
    public void afterRestart() {
        if (!killed().isEmpty()) {
            turn.after(KILL_AGAIN, new Due.KillDue());
        }
    }

    /** Asks again for whatever still works; a cancel may be repeated without harm. */
    public void due(Due.KillDue due) {
        var open = killed();
        if (!open.isEmpty()) {
            open.forEach(cancelling::request);
            turn.after(KILL_AGAIN, due);
        }
    }

    private List<Order> killed() {
        var trading = turn.state().trading();
        return turn.orders().open().stream()
                .filter(order -> trading.at(
                                order.ids().venue(),
                                order.terms().symbol(),
                                turn.orders()
                                        .parentOf(order)
                                        .parent()
                                        .opened()
                                        .instructions()
                                        .tag())
                        == TradingState.KILLED)
                .toList();
    }

    private static Set<ParentId> parents(List<Order> open) {
        var parents = new LinkedHashSet<ParentId>();
        open.forEach(order -> parents.add(order.ids().parentId()));
        return parents;
    }

    private List<ParentOrder> orders(Set<ParentId> parents) {
        return parents.stream()
                .map(id -> turn.orders().parent(id).orElseThrow())
                .toList();
    }

    private Answer killed(Scope scope, Set<ParentId> parents) {
        var unreached = open(scope).stream()
                .map(order -> order.ids().childId() + " at " + order.ids().venue() + " is " + order.state()
                        + order.doubt()
                                .map(doubt -> ", in doubt: " + doubt.cause())
                                .orElse(""))
                .toList();
        var done = orders(parents).stream()
                .filter(order -> order.state().isTerminal())
                .toList();
        return new Answer.Killed(false, done, unreached);
    }
}
