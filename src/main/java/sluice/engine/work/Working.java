package sluice.engine.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.order.ChildId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Tif;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;

/**
 * What becomes of a parent when something happened to a child: more is sent, it ends, or nothing.
 *
 * <p>Only what is proven dead is planned again; a child that is open or in doubt keeps its quantity reserved.
 */
public final class Working {

    /** Long enough for the books to show what our own last wave took. */
    private static final Duration BETWEEN_WAVES = Duration.ofMillis(250);

    private static final Duration BETWEEN_CANCELS = Duration.ofMillis(300);
    private static final int FRUITLESS_WAVES = 3;

    private static final Set<Reason> MAY_GO_ON =
            Set.of(Reason.IOC_REMAINDER, Reason.EXPIRED, Reason.VENUE_CANCELLED, Reason.SELF_TRADE);

    private final Turn turn;
    private final Placing placing;
    private final Cancelling cancelling;
    private final Doubts doubts;
    private final Map<ParentId, Integer> fruitless = new HashMap<>();
    private final Set<ParentId> planned = new HashSet<>();
    private final Set<ParentId> restarted = new HashSet<>();
    private final Set<ChildId> toCancel = new HashSet<>();

    public Working(Turn turn, Placing placing, Cancelling cancelling, Doubts doubts) {
        this.turn = turn;
        this.placing = placing;
        this.cancelling = cancelling;
        this.doubts = doubts;
    }

    /** Something happened to the parent or to one of its children. */
    public void progress(ParentId id) {
        var parent = turn.orders().parent(id).orElseThrow();
        if (parent.hasOpenChild()) {
            cancelTheRest(parent);
        } else if (parent.parent().ended().isEmpty() && !isComplete(parent)) {
            goOnOrEnd(parent);
        }
    }

    private static boolean isComplete(ParentOrder parent) {
        return parent.cumQty().compareTo(parent.parent().terms().orderQty()) >= 0;
    }

    private void cancelTheRest(ParentOrder parent) {
        if (!parent.parent().cancelAsked()) {
            return;
        }
        parent.children().stream()
                .filter(order -> order.isOpen() && order.inFlight().isEmpty())
                .map(order -> order.ids().childId())
                .filter(child -> !doubts.isOpen(child) && toCancel.add(child))
                .forEach(child -> turn.after(BETWEEN_CANCELS, new Due.CancelDue(child)));
    }

    public void due(Due.CancelDue due) {
        toCancel.remove(due.childId());
        var order = turn.order(due.childId());
        if (order.isOpen() && order.inFlight().isEmpty()) {
            cancelling.request(order);
        }
    }

    private void goOnOrEnd(ParentOrder parent) {
        var id = parent.parent().id();
        if (parent.parent().cancelAsked()) {
            end(id, Closure.of(Reason.REQUESTED));
        } else if (restarted.contains(id)) {
            end(id, new Closure(Reason.EXPIRED, "the desk restarted before the rest was sent"));
        } else if (mayGoOn(parent)) {
            if (planned.add(id)) {
                turn.after(BETWEEN_WAVES, new Due.ReplanDue(id));
            }
        } else {
            end(id, lastWord(parent));
        }
    }

    private static boolean mayGoOn(ParentOrder parent) {
        var terms = parent.parent().terms();
        var last = last(parent);
        return terms.px().isEmpty()
                && terms.tif().kind() != Tif.Kind.FOK
                && last.standing()
                        .closure()
                        .filter(end -> MAY_GO_ON.contains(end.reason()))
                        .isPresent();
    }

    private static Order last(ParentOrder parent) {
        return parent.children().get(parent.children().size() - 1);
    }

    private static Closure lastWord(ParentOrder parent) {
        var rejected = parent.children().stream().allMatch(child -> child.state() == OrderState.REJECTED);
        var closure = last(parent).standing().closure();
        if (rejected) {
            return new Closure(
                    Reason.CHILDREN_REJECTED, closure.map(Closure::toString).orElse(""));
        }
        return closure.orElse(Closure.of(Reason.OTHER));
    }

    private void end(ParentId id, Closure closure) {
        fruitless.remove(id);
        turn.record(new ParentEvent.Ended(id, closure, turn.now()));
    }

    /** Sends the next wave of a marketable parent, or ends it when nothing more stands inside its collar. */
    public void due(Due.ReplanDue due) {
        planned.remove(due.parentId());
        var parent = turn.orders().parent(due.parentId()).orElseThrow();
        if (parent.hasOpenChild() || parent.parent().ended().isPresent() || isComplete(parent)) {
            return;
        }
        if (parent.parent().cancelAsked()) {
            end(due.parentId(), Closure.of(Reason.REQUESTED));
            return;
        }
        var refusal = placing.nextWave(parent);
        if (refusal.isEmpty()) {
            fruitless.remove(due.parentId());
        } else if (fruitless.merge(due.parentId(), 1, Integer::sum) < FRUITLESS_WAVES) {
            planned.add(due.parentId());
            turn.after(BETWEEN_WAVES, due);
        } else {
            end(due.parentId(), refusal.get());
        }
    }

    /** Parents of before the restart are not worked on at prices of after it: what is dead of them ends. */
    public void afterRestart() {
        var parents = turn.orders().working();
        parents.forEach(parent -> restarted.add(parent.parent().id()));
        parents.forEach(parent -> progress(parent.parent().id()));
    }
}
