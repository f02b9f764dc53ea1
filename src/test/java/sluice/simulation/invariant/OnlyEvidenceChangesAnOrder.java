package sluice.simulation.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.order.ChildId;

/** What has ended here has ended there before, and never begins there after. */
public final class OnlyEvidenceChangesAnOrder implements Invariant {

    public static final String NAME = "onlyEvidenceChangesAnOrder";

    private final Verdict verdict;
    private final Set<ChildId> closed = new HashSet<>();
    private final Map<ChildId, Set<Long>> live = new HashMap<>();

    public OnlyEvidenceChangesAnOrder(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (!(event instanceof DeskEvent.OfOrder of)) {
            return;
        }
        var order = state.orders().order(of.event().childId());
        var id = order.ids().childId();
        var there = live.getOrDefault(id, Set.of());
        if (!order.isOpen() && closed.add(id) && !there.isEmpty()) {
            verdict.broken(NAME, order + " ends here by " + of.event() + ", and works there as " + there);
        }
    }

    @Override
    public void changed(TheirOrder theirs, Optional<TheirFill> fill) {
        var order = theirs.order();
        var child = theirs.child();
        var there = live.computeIfAbsent(child, id -> new HashSet<>());
        if (!order.isOpen()) {
            there.remove(order.orderId());
        } else if (there.add(order.orderId()) && closed.contains(child)) {
            verdict.broken(NAME, order + " begins there, and has ended here");
        }
    }
}
