package sluice.simulation.invariant;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.risk.exposure.TradingState;

/** From a kill's place in the journal until it is lifted, nothing that adds to an order of its scope leaves. */
public final class KillIsKill implements Invariant {

    public static final String NAME = "killIsKill";

    private final Verdict verdict;
    private final Ids ids;
    private final Set<Scope> killed = new HashSet<>();

    public KillIsKill(Verdict verdict, Ids ids) {
        this.verdict = verdict;
        this.ids = ids;
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (event instanceof DeskEvent.TradingChanged changed) {
            if (changed.state() == TradingState.KILLED) {
                killed.add(changed.scope());
            } else {
                killed.remove(changed.scope());
            }
        }
    }

    @Override
    public void leaves(HttpCall call) {
        if (killed.isEmpty()) {
            return;
        }
        var venue = Wire.venue(call);
        if (Wire.isAmend(call) && (killed.contains(Scope.GLOBAL) || killed.contains(Scope.of(venue)))) {
            verdict.broken(NAME, call + " leaves, and " + killed + " is killed");
        }
        Wire.newOrder(call)
                .flatMap(order -> ids.intent(order.id()))
                .filter(intent -> isKilled(venue, intent))
                .ifPresent(intent -> verdict.broken(NAME, call + " leaves, and " + killed + " is killed"));
    }

    private boolean isKilled(VenueId venue, Ids.Intent intent) {
        return killed.stream()
                .anyMatch(scope -> scope.covers(venue, intent.terms().symbol(), Optional.empty()));
    }

    @Override
    public void atRest(Rest rest) {
        for (var order : rest.orders()) {
            if (order.isOpen() && killed.contains(Scope.GLOBAL)) {
                verdict.broken(NAME, order + " still works, and all is killed");
            }
        }
    }
}
