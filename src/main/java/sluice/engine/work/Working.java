package sluice.engine.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import sluice.order.parent.Unwind;

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
            goOnBeside(parent);
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

    /** What is dead of a parent does not wait for what is in doubt, nor for what rests; for an answer it does. */
    private void goOnBeside(ParentOrder parent) {
        var id = parent.parent().id();
        var awaited = parent.children().stream()
                .anyMatch(child -> child.isOpen() && child.standing().isPending() && !child.isInDoubt());
        var over = parent.parent().cancelAsked() || parent.parent().ended().isPresent() || restarted.contains(id);
        if (!awaited && !over && parent.unplannedQty().isPositive() && mayGoOn(parent) && planned.add(id)) {
            turn.after(BETWEEN_WAVES, new Due.ReplanDue(id));
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

    /**
     * Some of what ended short may be sent again, the rest of what could only take and what one venue turned down; and
     * what was not on offer at first may be sent once it is.
     */
    private boolean mayGoOn(ParentOrder parent) {
        return parent.parent().terms().tif().kind() != Tif.Kind.FOK
                && (tookAllThereWas(parent)
                        || parent.children().stream()
                                .anyMatch(child -> isDeadShort(child)
                                        && (tookOnly(parent, child) || mayGoElsewhere(parent, child))));
    }

    private static boolean tookAllThereWas(ParentOrder parent) {
        return parent.parent().terms().px().isEmpty()
                && parent.children().stream().noneMatch(child -> child.isOpen() || isDeadShort(child));
    }

    private static boolean isDeadShort(Order child) {
        return !child.isOpen() && child.cumQty().compareTo(child.terms().orderQty()) < 0;
    }

    private static boolean tookOnly(ParentOrder parent, Order child) {
        var terms = parent.parent().terms();
        var byUs = terms.px().isEmpty() || !child.terms().tif().equals(terms.tif());
        return byUs
                && child.standing()
                        .closure()
                        .filter(end -> MAY_GO_ON.contains(end.reason()))
                        .isPresent();
    }

    /** A venue that rejected is not asked again, so there must be another one. */
    private boolean mayGoElsewhere(ParentOrder parent, Order child) {
        var refusers = parent.children().stream()
                .filter(each -> each.state() == OrderState.REJECTED)
                .map(each -> each.ids().venue())
                .collect(Collectors.toSet());
        return child.state() == OrderState.REJECTED
                && placing.venues(parent).stream().anyMatch(venue -> !refusers.contains(venue));
    }

    private static Closure lastWord(ParentOrder parent) {
        var closure = parent.children().stream()
                .flatMap(child -> child.standing().closure().stream())
                .reduce((earlier, later) -> later);
        if (allRejected(parent)) {
            return new Closure(
                    Reason.CHILDREN_REJECTED, closure.map(Closure::toString).orElse(""));
        }
        return closure.orElse(Closure.of(Reason.OTHER));
    }

    private static boolean allRejected(ParentOrder parent) {
        return parent.children().stream().allMatch(child -> child.state() == OrderState.REJECTED);
    }

    private void end(ParentId id, Closure closure) {
        fruitless.remove(id);
        turn.record(new ParentEvent.Ended(id, closure, turn.now()));
        propose(turn.orders().parent(id).orElseThrow());
    }

    /** One venue did its part and another never could: whether to undo that is the owner's to say. */
    private void propose(ParentOrder parent) {
        var undoing = Unwind.of(parent);
        if (!undoing.isEmpty() && !parent.parent().cancelAsked()) {
            var text = ("%s ended with %s of %s done, since a venue did not do its part; this would undo it,"
                            + " and nothing of it is sent unless you do: %s")
                    .formatted(
                            parent.parent().id(),
                            parent.cumQty(),
                            parent.parent().terms().orderQty(),
                            String.join("; ", undoing));
            turn.alert("UNWIND", text, parent.parent().id());
        }
    }

    /** Sends the next wave of a marketable parent, or ends it when nothing more stands inside its collar. */
    public void due(Due.ReplanDue due) {
        planned.remove(due.parentId());
        var parent = turn.orders().parent(due.parentId()).orElseThrow();
        if (parent.parent().ended().isPresent() || !parent.unplannedQty().isPositive()) {
            return;
        }
        if (parent.parent().cancelAsked()) {
            if (!parent.hasOpenChild()) {
                end(due.parentId(), Closure.of(Reason.REQUESTED));
            }
            return;
        }
        var refusal = placing.nextWave(parent);
        if (refusal.isEmpty()) {
            fruitless.remove(due.parentId());
        } else if (fruitless.merge(due.parentId(), 1, Integer::sum) < FRUITLESS_WAVES) {
            planned.add(due.parentId());
            turn.after(BETWEEN_WAVES, due);
        } else if (!parent.hasOpenChild()) {
            end(due.parentId(), allRejected(parent) ? lastWord(parent) : refusal.get());
        }
    }

    /** Parents of before the restart are not worked on at prices of after it: what is dead of them ends. */
    public void afterRestart() {
        var parents = turn.orders().working();
        parents.forEach(parent -> restarted.add(parent.parent().id()));
        parents.forEach(parent -> progress(parent.parent().id()));
    }
}
