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
import sluice.order.OrderEvent;
import sluice.sim.SimFill;

/** Every fill in the journal is one the venue made, to the last decimal, and there once; at rest none is missing. */
public final class AFillIsBookedOnceAndAlways implements Invariant {

    public static final String NAME = "aFillIsBookedOnceAndAlways";

    private final Verdict verdict;
    private final Map<Key, SimFill> made = new HashMap<>();
    private final Set<Key> booked = new HashSet<>();

    private record Key(ChildId child, String execId) {}

    public AFillIsBookedOnceAndAlways(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void changed(TheirOrder order, Optional<TheirFill> theirs) {
        theirs.ifPresent(fill -> made.put(key(fill), fill.fill()));
    }

    private static Key key(TheirFill fill) {
        return new Key(fill.child(), fill.execId());
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (!(event instanceof DeskEvent.OfOrder order) || !(order.event() instanceof OrderEvent.Traded traded)) {
            return;
        }
        var execution = traded.execution();
        var key = new Key(traded.childId(), execution.execId().value());
        var fill = made.get(key);
        if (fill == null) {
            verdict.broken(NAME, key + " is booked, and the venue made no such fill");
        } else if (!fill.lastQty().equals(execution.lastQty())
                || !fill.lastPx().equals(execution.lastPx())
                || !fill.fee().equals(execution.fee())
                || fill.liquidity() != execution.liquidity()) {
            verdict.broken(NAME, key + " is booked as " + execution + ", the venue made " + fill);
        }
        if (!booked.add(key)) {
            verdict.broken(NAME, key + " is booked twice");
        }
    }

    @Override
    public void atRest(Rest rest) {
        for (var fill : rest.fills()) {
            if (!booked.contains(key(fill))) {
                verdict.broken(NAME, fill + " was never booked");
            }
        }
        if (booked.size() != rest.fills().size()) {
            verdict.broken(
                    NAME, booked.size() + " fills are booked of " + rest.fills().size());
        }
    }
}
