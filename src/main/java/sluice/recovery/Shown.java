package sluice.recovery;

import java.util.Optional;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Doubt;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.venue.VenueOrder;

/** What follows when the venue shows the order. Confined to one call of a pure function. */
final class Shown {

    private final Held held;
    private final Order was;
    private final VenueOrder theirs;
    private final View view;
    private final Findings findings;
    private final boolean revised;

    Shown(Held held, VenueOrder theirs, View view, Findings findings) {
        this.held = held;
        this.was = held.order();
        this.theirs = theirs;
        this.view = view;
        this.findings = findings;
        this.revised = isRevised(held.order());
    }

    /** Whether an amend gave it another id: prefix, tag, number and, then, revision. */
    static boolean isRevised(Order order) {
        return order.ids().clOrdId().value().split("-", -1).length > 3;
    }

    Optional<Step> step() {
        var arrives = was.orderId().isEmpty() || was.standing().isPending();
        findings.rests(Step.Grade.E1, theirs.orderId().value());
        if (arrives && theirs.state() != OrderState.REJECTED) {
            findings.accepted(theirs.orderId());
        }
        var booked = findings.book(view.fills());
        var counted = new Counted(theirs, view, findings, revised);
        var kind = caseOf(booked, theirs.cumQty().compareTo(counted.knownQty()));
        counted.withdraw();
        counted.standIn();
        var ours = counted.knownQty();
        if (!was.isOpen()) {
            zombie();
        }
        if (!theirs.cumQty().equals(ours)) {
            countDiffers(ours);
        } else if (!was.isOpen()) {
            return findings.step(kind, text(kind, booked));
        } else if (mayHaveBeenReplaced()) {
            findings.then(Step.FollowUp.QUERY);
        } else if (theirs.state().isTerminal()) {
            ended();
        } else if (findings.order().isOpen()) {
            working();
        }
        return findings.step(kind, text(kind, booked));
    }

    /** Either the fills are not visible yet, or the report is older than they are: nothing ends on it, nor a doubt. */
    private void countDiffers(Qty ours) {
        var isBehind = theirs.cumQty().compareTo(ours) < 0;
        var isOld = isBehind && held.isRecent(findings.at());
        if (!isOld || was.isInDoubt()) {
            findings.then(Step.FollowUp.QUERY);
        }
        if (isBehind && !isOld && view.scope().behindForLong()) {
            var symbol = was.terms().symbol();
            findings.breaks(new Discrepancy.CumQtyDiffers(findings.child(), symbol, ours, theirs.cumQty()));
        }
    }

    private void zombie() {
        if (!theirs.state().isTerminal() && !held.isRecent(findings.at())) {
            findings.differs(new Discrepancy.Zombie(findings.child(), theirs));
            findings.then(Step.FollowUp.CANCEL);
        }
    }

    /** The old order is gone, as an amend under way would have it; where the new one is, is another question. */
    private boolean mayHaveBeenReplaced() {
        return theirs.state() == OrderState.CANCELLED
                && amend().filter(replace -> !isUnder(replace.next())).isPresent();
    }

    private boolean isUnder(ClOrdId id) {
        return theirs.clOrdId().filter(id::equals).isPresent();
    }

    private void ended() {
        if (was.isInDoubt()) {
            findings.settled(evidence());
        }
        if (!findings.order().isOpen()) {
            return;
        }
        var closure = theirs.closure().orElse(Closure.of(Reason.VENUE_CANCELLED));
        if (theirs.state() == OrderState.REJECTED) {
            findings.rejected(closure);
            return;
        }
        if (theirs.state() == OrderState.FILLED && !revised) {
            findings.breaks(new Discrepancy.TermsDiffer(findings.child(), was.terms(), theirs.terms()));
        }
        findings.cancelled(closure);
    }

    private void working() {
        var doubt = was.doubt();
        var request = was.inFlight();
        var amend = amend();
        if (amend.isPresent()) {
            amended(amend.get());
        } else if (differ() && !held.isRecent(findings.at())) {
            adopt();
        }
        if (doubt.filter(unknown -> unknown.request() instanceof Request.New).isPresent()) {
            findings.settled(evidence());
        }
        if (request.filter(Request.Cancel.class::isInstance).isPresent()
                && (doubt.isPresent() || !held.isRecent(findings.at()))) {
            findings.then(Step.FollowUp.CANCEL);
        }
    }

    private Optional<Request.Replace> amend() {
        return was.inFlight()
                .filter(Request.Replace.class::isInstance)
                .or(() -> was.doubt().map(Doubt::request).filter(Request.Replace.class::isInstance))
                .map(Request.Replace.class::cast);
    }

    private void amended(Request.Replace replace) {
        var underNext =
                isUnder(replace.next()) && !replace.next().equals(was.ids().clOrdId());
        var asAsked = isAsAsked(was.terms(), replace.terms());
        if (underNext || asAsked) {
            findings.add(new OrderEvent.Replaced(
                    findings.child(), replace.next(), replace.terms(), Optional.of(theirs.orderId()), findings.at()));
        } else if (was.isInDoubt()) {
            findings.then(Step.FollowUp.QUERY);
        }
    }

    /** Whether it shows all that the amend was to change; of the rest the venue may always have had it otherwise. */
    private boolean isAsAsked(Terms before, Terms after) {
        return (before.px().equals(after.px()) || theirs.terms().px().equals(after.px()))
                && (before.orderQty().equals(after.orderQty())
                        || theirOrderQty().equals(after.orderQty()));
    }

    private boolean differ() {
        var ours = was.terms();
        var other = theirs.terms();
        var priced = ours.px().isPresent() && other.px().isPresent();
        return !ours.symbol().equals(other.symbol())
                || ours.side() != other.side()
                || !ours.orderQty().equals(theirOrderQty())
                || priced && !ours.px().equals(other.px());
    }

    /** What the venue's order asks for, and what others that amends took the place of had filled before. */
    private Qty theirOrderQty() {
        return theirs.terms().orderQty().plus(findings.order().cumQty().minus(theirs.cumQty()));
    }

    /** What the venue works is what can fill; another side or symbol cannot be ours, and waits for a human. */
    private void adopt() {
        findings.breaks(new Discrepancy.TermsDiffer(findings.child(), was.terms(), theirs.terms()));
        var alike = was.terms().symbol().equals(theirs.terms().symbol())
                && was.terms().side() == theirs.terms().side();
        if (!alike) {
            findings.then(Step.FollowUp.QUERY);
            return;
        }
        var terms =
                theirs.terms().px().map(was.terms()::withPx).orElse(was.terms()).withOrderQty(theirOrderQty());
        findings.add(new OrderEvent.Replaced(
                findings.child(), was.ids().clOrdId(), terms, Optional.of(theirs.orderId()), findings.at()));
    }

    private String evidence() {
        return "order %s is %s at the venue, %s of %s filled"
                .formatted(
                        theirs.orderId(),
                        theirs.state(),
                        theirs.cumQty(),
                        theirs.terms().orderQty());
    }

    private Case caseOf(int booked, int ahead) {
        if (!was.isOpen()) {
            return closedCase(booked, ahead);
        }
        if (ahead != 0) {
            return ahead > 0 ? Case.FILLS_NOT_VISIBLE : Case.VENUE_BEHIND;
        }
        if (was.standing().isPending()
                || was.doubt()
                        .filter(unknown -> unknown.request() instanceof Request.New)
                        .isPresent()) {
            return uncertainCase();
        }
        if (was.inFlight().isPresent()) {
            return requestedCase();
        }
        return workingCase(booked);
    }

    private Case closedCase(int booked, int ahead) {
        if (booked > 0) {
            return Case.LATE_FILL;
        }
        if (!theirs.state().isTerminal() && !held.isRecent(findings.at())) {
            return Case.ZOMBIE;
        }
        if (ahead != 0) {
            return ahead > 0 ? Case.FILLS_NOT_VISIBLE : Case.VENUE_BEHIND;
        }
        return Case.FILL_CONFLICT;
    }

    private Case uncertainCase() {
        if (theirs.state() == OrderState.FILLED) {
            return Case.UNKNOWN_FILLED;
        }
        if (theirs.state().isTerminal()) {
            return Case.UNKNOWN_ENDED;
        }
        return theirs.cumQty().isZero() ? Case.UNKNOWN_OPEN : Case.UNKNOWN_PARTIAL;
    }

    private Case requestedCase() {
        if (theirs.state().isTerminal()) {
            return Case.CANCEL_FILLED;
        }
        return was.inFlight().filter(Request.Replace.class::isInstance).isPresent()
                ? Case.AMEND_SEEN
                : Case.CANCEL_STILL_OPEN;
    }

    private Case workingCase(int booked) {
        if (theirs.state() == OrderState.FILLED) {
            return Case.WORKING_FILLED;
        }
        if (theirs.state().isTerminal()) {
            return Case.WORKING_ENDED;
        }
        if (booked == 0 && findings.tells(Discrepancy.FillsDiffer.class)) {
            return Case.FILL_CONFLICT;
        }
        return booked == 0 && differ() ? Case.TERMS_DIFFER : Case.WORKING_FILLS_MISSED;
    }

    private String text(Case kind, int booked) {
        var fills = booked == 0 ? "" : ", %d fill%s booked".formatted(booked, booked == 1 ? "" : "s");
        return "%s: %s (%s%s)".formatted(findings.child(), kind.words(), evidence(), fills);
    }
}
