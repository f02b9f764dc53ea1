package sluice.recovery;

import java.util.Optional;
import sluice.order.Closure;
import sluice.order.Doubt;
import sluice.order.Order;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Standing;
import sluice.venue.Lookup;
import sluice.venue.Manifest;

/** What follows when the venue does not show the order. Confined to one call of a pure function. */
final class Unseen {

    private final Held held;
    private final Order was;
    private final View view;
    private final Manifest manifest;
    private final Findings findings;

    Unseen(Held held, View view, Manifest manifest, Findings findings) {
        this.held = held;
        this.was = held.order();
        this.view = view;
        this.manifest = manifest;
        this.findings = findings;
    }

    Optional<Step> step() {
        var booked = findings.book(view.fills());
        findings.rests(grade(), answer());
        if (was.doubt().filter(Doubt::isLoss).isPresent()) {
            findings.stays(new Discrepancy.Lost(findings.child()));
        }
        if (booked > 0) {
            return filled(booked);
        }
        if (!was.isOpen() || held.isRecent(findings.at(), manifest.answers().lag())) {
            return early();
        }
        if (view.unfound().filter(Lookup.Failed.class::isInstance).isPresent()) {
            findings.then(Step.FollowUp.QUERY);
            return findings.step(Case.UNKNOWN_UNANSWERED, text(Case.UNKNOWN_UNANSWERED, answer()));
        }
        return wasSeen() ? gone() : neverSeen();
    }

    private Step.Grade grade() {
        return isProvenAbsent() ? Step.Grade.E2 : Step.Grade.E3;
    }

    /** A single answer that comes too early calls for another one; of a whole report the next one is soon enough. */
    private Optional<Step> early() {
        if (was.isOpen() && !view.scope().complete()) {
            findings.then(Step.FollowUp.QUERY);
        }
        var kind = view.fills().isEmpty() ? Case.UNKNOWN_NOT_FOUND : Case.FILL_CONFLICT;
        return findings.step(kind, text(kind, answer()));
    }

    private Optional<Step> filled(int booked) {
        var orderId = view.fills().get(0).orderId();
        if (!was.isOpen()) {
            return findings.step(Case.LATE_FILL, text(Case.LATE_FILL, booked + " booked"));
        }
        var isCurrent = !view.former().contains(orderId);
        if (isCurrent
                && findings.order().orderId().isEmpty()
                && findings.order().isOpen()) {
            findings.accepted(orderId);
        }
        if (findings.order().isOpen()) {
            findings.then(Step.FollowUp.QUERY);
            return findings.step(Case.WORKING_GONE, text(Case.WORKING_GONE, booked + " fills booked"));
        }
        var kind = was.standing().isPending() ? Case.UNKNOWN_FILLED : Case.WORKING_FILLED;
        return findings.step(kind, text(kind, booked + " fills booked"));
    }

    private boolean wasSeen() {
        return was.orderId().isPresent() || was.standing().kind() == Standing.Kind.WORKING;
    }

    /** It was accepted, so it cannot have been rejected: it is lost until somebody or something finds it. */
    private Optional<Step> gone() {
        findings.then(Step.FollowUp.QUERY);
        var known = was.doubt().filter(Doubt::isLoss).isPresent();
        if (isProvenAbsent() && !known) {
            findings.inDoubt(new Request.New(), Doubt.lost("the venue had it and shows it nowhere"));
        }
        if (isProvenAbsent()) {
            findings.differs(new Discrepancy.Lost(findings.child()));
        }
        return findings.step(Case.WORKING_GONE, text(Case.WORKING_GONE, answer()));
    }

    private Optional<Step> neverSeen() {
        if (isProvenAbsent()) {
            var reason = held.sent() ? Reason.NEVER_ACCEPTED : Reason.NEVER_SENT;
            var kind = held.sent() ? Case.UNKNOWN_ABSENT : Case.UNKNOWN_NEVER_SENT;
            var proofText = "not found %d times over %d s, not open, no fill"
                    .formatted(held.absence().count(), spanSeconds());
            findings.cancelled(new Closure(reason, proofText));
            return findings.step(kind, text(kind, proofText));
        }
        if (was.doubt().isEmpty()) {
            findings.inDoubt(new Request.New(), answer());
        }
        findings.then(Step.FollowUp.QUERY);
        return findings.step(Case.UNKNOWN_NOT_FOUND, text(Case.UNKNOWN_NOT_FOUND, answer()));
    }

    /** Venues forget closed orders after a while, and from then on not to find one proves nothing. */
    private boolean isProvenAbsent() {
        return view.scope().complete()
                && !view.scope().unclaimed()
                && view.unfound().filter(Lookup.NotFound.class::isInstance).isPresent()
                && held.absence().proves(manifest)
                && isRemembered();
    }

    private boolean isRemembered() {
        var memory = manifest.proof().queryByClientId();
        var since = was.doubt().map(Doubt::since);
        return memory.isEmpty()
                || since.isEmpty()
                || findings.at().apart(since.get()).compareTo(memory.get()) <= 0;
    }

    private long spanSeconds() {
        return (held.absence().lastNanos() - held.absence().firstNanos()) / 1_000_000_000;
    }

    private String answer() {
        if (view.unfound().isEmpty()) {
            return "not in the open list, not asked for yet";
        }
        var lookup = view.unfound().get();
        if (lookup instanceof Lookup.NotFound notFound) {
            return "not found at the venue" + (notFound.text().isEmpty() ? "" : ": " + notFound.text());
        }
        return lookup instanceof Lookup.Failed failed ? "could not be asked for: " + failed.cause() : "found";
    }

    private String text(Case kind, String detail) {
        return "%s: %s (%s)".formatted(findings.child(), kind.words(), detail);
    }
}
