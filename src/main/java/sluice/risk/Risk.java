package sluice.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.Terms;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Pace;
import sluice.risk.limits.Limits;

/**
 * The one door that every order goes through before it is sent, and the rules it keeps.
 *
 * <ol>
 *   <li>Every check is made and all that fail are told; the first in the order of {@link Code} is the answer.
 *   <li>What is not known refuses: no mid, no book, no balance.
 *   <li>Open, pending and unknown quantity counts as filled, an amend upwards as granted.
 *   <li>Without a price an order is given the collar's, and takes what it gets at once.
 *   <li>A reduce-only order that does reduce, and an amend that only shrinks, are held by state, grid and bounds alone.
 *       Cancels are not judged at all.
 *   <li>An order that could trade with our own is refused, and so is one that only passes volume between venues.
 *   <li>No quantity is rounded: one that is off the grid is refused.
 * </ol>
 */
public final class Risk {

    private Risk() {}

    /** Judges an order for one venue, or an amend there; {@code exposure} is that of the venue and the symbol. */
    public static Verdict judge(Intent intent, Exposure exposure, Limits limits) {
        var subject = Subject.of(intent, exposure, limits);
        var refusals = failed(Check.OF_A_LISTING, subject);
        refusals.addAll(failed(Check.OF_A_PARENT, subject));
        refusals.addAll(failed(Check.OF_A_CHILD, subject));
        return refusals.isEmpty()
                ? new Verdict.Passed(subject.priced(), after(intent, exposure, limits), failed(Check.REMARKS, subject))
                : refused(refusals);
    }

    /**
     * Judges a parent before it is routed: what holds wherever it goes, and whether one of the venues at least could
     * take such an order. {@code exposure} is the symbol's; its working orders, funds and pace are not looked at.
     */
    public static Verdict judge(
            Terms terms, Optional<BigDecimal> collarBps, List<Listing> listings, Exposure exposure, Limits limits) {
        if (listings.isEmpty()) {
            var text = "No venue lists " + terms.symbol() + ".";
            return refused(List.of(new Refusal(Code.RISK_UNSUPPORTED, "a venue", "none", text)));
        }
        var refusals = new ArrayList<Refusal>();
        List<Refusal> fewest = List.of();
        for (var listing : listings) {
            var intent = new Intent(listing, terms, Optional.empty(), collarBps, Optional.empty());
            var subject = Subject.of(intent, exposure, limits);
            var isFirst = listing == listings.get(0);
            var own = failed(Check.OF_A_LISTING, subject);
            fewest = isFirst || own.size() < fewest.size() ? own : fewest;
            if (isFirst) {
                refusals.addAll(failed(Check.OF_A_PARENT, subject));
            }
        }
        refusals.addAll(fewest);
        return refusals.isEmpty() ? new Verdict.Passed(terms, exposure.pace(), List.of()) : refused(refusals);
    }

    /** The worst price that the collar allows, off the grid of any venue; empty without a mid. */
    public static Optional<Px> collarPx(
            Side side, Optional<BigDecimal> collarBps, Exposure.Market market, Limits limits) {
        return market.mid().map(mid -> mid.worsened(side, Subject.collarBps(collarBps, market, limits)));
    }

    private static Pace after(Intent intent, Exposure exposure, Limits limits) {
        return sent(intent, exposure.pace(), limits, exposure.nowNanos());
    }

    /** The pace once an order that passed has gone out. */
    public static Pace sent(Intent intent, Pace pace, Limits limits, long nowNanos) {
        var venue = intent.listing().instrument().venue();
        var next = pace.afterOrder(venue, intent.likeness(), limits, nowNanos).inSeries(intent.series(), nowNanos);
        return intent.tag().map(tag -> next.tagged(tag, limits, nowNanos)).orElse(next);
    }

    private static List<Refusal> failed(List<Check> checks, Subject subject) {
        var refusals = new ArrayList<Refusal>();
        for (var check : checks) {
            check.of(subject).ifPresent(refusals::add);
        }
        return refusals;
    }

    private static Verdict refused(List<Refusal> refusals) {
        return new Verdict.Refused(
                refusals.stream().sorted(Comparator.comparing(Refusal::code)).toList());
    }
}
