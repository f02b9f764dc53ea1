package sluice.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.order.Closure;
import sluice.order.OrderEvent;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueFill;

/** What a single answer about a single order proves; empty when it changes nothing and asks for nothing. */
public final class Evidence {

    private Evidence() {}

    /**
     * The answer to a question about one order. Not to be found never ends it here: that takes a whole report, which is
     * due as soon as {@link Absence#proves} says so.
     */
    public static Optional<Step> ofLookup(Held held, Lookup lookup, Manifest manifest, Learned learned) {
        return view(lookup).compare(held, manifest, new Findings(held.order(), learned, Set.of()));
    }

    private static View view(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            var fills = found.fills().stream().sorted(View.OLDEST_FIRST).toList();
            return new View(Optional.of(found.order()), fills, Optional.empty(), View.Scope.ONE, Set.of());
        }
        return new View(Optional.empty(), List.<VenueFill>of(), Optional.of(lookup), View.Scope.ONE, Set.of());
    }

    /** A new order turned down; an id that is known already is no rejection but proof that the first one arrived. */
    public static Step ofRejection(Held held, Closure closure, Learned learned) {
        var findings = new Findings(held.order(), learned, Set.of());
        findings.rests(Step.Grade.E1, closure.toString());
        if (closure.reason() == Reason.DUPLICATE_ID) {
            findings.inDoubt(new Request.New(), "the venue knows this id already: " + closure.text());
            findings.then(Step.FollowUp.QUERY);
        } else {
            findings.rejected(closure);
        }
        return findings.step(Case.DUPLICATE_ID, findings.child() + ": rejected, " + closure)
                .orElseThrow();
    }

    /** A cancel or an amend turned down, which does not say where the order stands: that is asked for. */
    public static Step ofRequestRejection(Held held, Closure closure, Learned learned) {
        var findings = new Findings(held.order(), learned, Set.of());
        findings.rests(Step.Grade.E1, closure.toString());
        findings.add(new OrderEvent.RequestRejected(findings.child(), closure, learned.at()));
        findings.then(Step.FollowUp.QUERY);
        return findings.step(Case.CANCEL_FILLED, findings.child() + ": request rejected, " + closure)
                .orElseThrow();
    }
}
