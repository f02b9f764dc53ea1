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
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;

/** Halt, reduce, resume and kill. After a kill no new order leaves, and ours are cancelled until none works. */
public final class TradingControl {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KILL_AGAIN = Duration.ofSeconds(1);

    private final Turn turn;
    private final Waiters waiters;
    private final Cancelling cancelling;

    public TradingControl(Turn turn, Waiters waiters, Cancelling cancelling) {
        this.turn = turn;
        this.waiters = waiters;
        this.cancelling = cancelling;
    }

    public void set(Input.Asked asked, Command.SetTrading command) {
        var resumes = command.state() == TradingState.ACTIVE;
        if (resumes && isKilled() && command.reason().isBlank()) {
            var message = "Not resumed: trading was killed; say why it may go on with `resume --reason TEXT`.";
            turn.answer(asked.answer(), Answer.Refused.of("REASON_NEEDED", message));
            return;
        }
        turn.record(new DeskEvent.TradingChanged(
                command.scope(), command.state(), command.reason(), command.origin(), turn.now()));
        turn.answer(asked.answer(), new Answer.TradingSet(command.scope(), command.state()));
    }

    private boolean isKilled() {
        return turn.state().trading().global() == TradingState.KILLED;
    }

    public void kill(Input.Asked asked, Command.Kill command) {
        var open = List.copyOf(turn.orders().open());
        var parents = parents(open);
        if (command.drill()) {
            turn.answer(asked.answer(), new Answer.Killed(true, orders(parents), List.of()));
            return;
        }
        turn.record(
                new DeskEvent.TradingChanged(Scope.GLOBAL, TradingState.KILLED, "kill", command.origin(), turn.now()));
        turn.orders().working().stream()
                .map(parent -> parent.parent().id())
                .toList()
                .forEach(id -> turn.record(new ParentEvent.CancelAsked(id, turn.now())));
        open.forEach(cancelling::request);
        turn.after(KILL_AGAIN, new Due.KillDue());
        waiters.await(
                asked.answer(),
                PATIENCE,
                () -> turn.orders().open().isEmpty() ? Optional.of(killed(parents)) : Optional.empty(),
                () -> killed(parents));
    }

    /** Asks again for whatever still works; a cancel may be repeated without harm. */
    public void due(Due.KillDue due) {
        if (!isKilled() || turn.orders().open().isEmpty()) {
            return;
        }
        List.copyOf(turn.orders().open()).forEach(cancelling::request);
        turn.after(KILL_AGAIN, due);
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

    private Answer killed(Set<ParentId> parents) {
        var unreached = turn.orders().open().stream()
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
