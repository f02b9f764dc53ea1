package sluice.recovery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * What the venue counts of an order beside the fills it lists. Confined to one call of a pure function.
 *
 * @param revised whether the venue's order took over from another by an amend: then it counts from zero again
 */
record Counted(VenueOrder theirs, View view, Findings findings, boolean revised) {

    /** With all fills booked that are known or listed. */
    static Counted of(Held held, VenueOrder theirs, View view, Learned learned) {
        var booked = new Findings(held.order(), learned, Set.of());
        booked.book(view.fills());
        return new Counted(theirs, view, booked, Shown.isRevised(held.order()));
    }

    /** How much more the venue counts than is known. */
    BigDecimal apart() {
        return theirs.cumQty().minus(knownQty()).value();
    }

    /** What is known of the venue's order: of one that took over from another, only its own fills compare. */
    Qty knownQty() {
        var fills = findings.order().fills();
        if (!revised) {
            return fills.cumQty();
        }
        var stands = fills.provisional().map(Execution::lastQty).orElse(Qty.ZERO);
        return view.fills().stream()
                .filter(fill -> fill.orderId().equals(theirs.orderId()))
                .map(VenueFill::execution)
                .map(Execution::lastQty)
                .reduce(stands, Qty::plus);
    }

    /**
     * What the venue has counted for long enough and does not list is stood in for, at the price its sums imply; and
     * that something stands in is told.
     */
    void standIn() {
        var missing = theirs.cumQty().minus(knownQty()).min(theirs.cumQty().minus(leastQty()));
        if (missing.isPositive() && view.scope().aheadForLong()) {
            findings.add(new OrderEvent.Provisional(findings.child(), execution(missing), evidence(), findings.at()));
        }
        var fills = findings.order().fills();
        if (fills.provisional().isPresent()) {
            findings.differs(new Discrepancy.FillsUnlisted(findings.child(), fills.listedQty(), theirs.cumQty()));
            findings.then(Step.FollowUp.QUERY);
        }
    }

    /**
     * What stands in for more than the venue has counted for long enough is taken back: it was somebody's word, or a
     * count that the venue corrected.
     */
    void withdraw() {
        var stands = findings.order().fills().provisional();
        var excess = knownQty().minus(theirs.cumQty());
        if (stands.isEmpty() || !excess.isPositive() || !view.scope().behindForLong()) {
            return;
        }
        var was = stands.get();
        var left = was.lastQty().minus(excess).max(Qty.ZERO);
        var now = new Execution(was.execId(), left, was.lastPx(), was.fee(), was.liquidity(), was.at());
        var why = "order %s counts %s filled at the venue, so %s of what stood in for fills is taken back"
                .formatted(theirs.orderId(), theirs.cumQty(), was.lastQty().minus(left));
        findings.add(new OrderEvent.Provisional(findings.child(), now, why, findings.at()));
        findings.then(Step.FollowUp.ALARM);
    }

    /** What of it is booked for certain: all fills but those known to be of orders that amends took the place of. */
    private Qty leastQty() {
        return view.fills().stream()
                .filter(fill -> view.former().contains(fill.orderId()))
                .map(fill -> fill.execution().lastQty())
                .reduce(findings.order().cumQty(), Qty::minus);
    }

    private Execution execution(Qty missing) {
        var fills = findings.order().fills();
        var qty = fills.provisional().map(Execution::lastQty).orElse(Qty.ZERO).plus(missing);
        var fee = Money.zero(findings.order().terms().symbol().quote());
        var at = findings.at().at();
        return new Execution(ExecId.provisional(findings.child()), qty, impliedPx(qty), fee, Liquidity.TAKER, at);
    }

    private Px impliedPx(Qty qty) {
        var order = findings.order();
        var quote = theirs.cumQuote().subtract(order.fills().listedQuote());
        if (!revised && quote.signum() > 0) {
            return new Px(quote.divide(qty.value(), MathContext.DECIMAL64));
        }
        return theirs.terms()
                .px()
                .or(() -> order.terms().px())
                .or(() -> order.fills().avgPx())
                .orElse(new Px(BigDecimal.ONE));
    }

    private String evidence() {
        return "order %s counts %s filled at the venue, fills of %s are listed"
                .formatted(
                        theirs.orderId(),
                        theirs.cumQty(),
                        findings.order().fills().listedQty());
    }
}
