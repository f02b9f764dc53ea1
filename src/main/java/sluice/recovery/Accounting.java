package sluice.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.market.Money;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.account.AccountEvent;
import sluice.recovery.account.Holdings;
import sluice.recovery.account.Suspicion;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/**
 * What the account holds, beside what it should. Confined to one call of a pure function.
 *
 * <ol>
 *   <li>It is compared only where orders and fills agree and nothing moves.
 *   <li>What it holds when it is first seen is recorded as found, and is no difference.
 *   <li>A funding is booked once, and explains what it moved.
 *   <li>A difference is one once the same amount was seen three times; before, it may be the snapshot's.
 *   <li>It is classified, and never made to vanish: only an operator's correction does that.
 * </ol>
 */
final class Accounting {

    private final Ours ours;
    private final VenueReport report;
    private final Learned learned;
    private final Holdings holdings;

    Accounting(Ours ours, VenueReport report, Learned learned, List<VenueOrder> strays) {
        this.ours = ours;
        this.report = report;
        this.learned = learned;
        this.holdings = new Holdings(report, othersTrade(strays));
    }

    private Set<Symbol> othersTrade(List<VenueOrder> strays) {
        return strays.stream().map(order -> order.terms().symbol()).collect(Collectors.toSet());
    }

    /** Settlements that are not booked yet. */
    void fundings(List<Step> steps, Set<String> seen) {
        for (var funding : report.fundings()) {
            var booked = funded(ours.manifest().venue(), funding, learned.at());
            if (!ours.known().elsewhere().contains(booked.key()) && seen.add(booked.key())) {
                var text = "%s: %s, %s %s"
                        .formatted(
                                funding.symbol(),
                                Case.FUNDING_SETTLED.words(),
                                funding.paid().amount().signum() < 0 ? "received" : "paid",
                                new Money(
                                        funding.paid().amount().abs(),
                                        funding.paid().asset()));
                var basis =
                        new Step.Basis(Step.Grade.E1, List.of(funding.execId().value()));
                var facts = new Step.Facts(List.of(), List.of(), List.of(booked));
                steps.add(new Step(Case.FUNDING_SETTLED, Optional.empty(), text, basis, facts, List.of(), Set.of()));
            }
        }
    }

    private static AccountEvent.Funded funded(VenueId venue, VenueFunding funding, Stamp at) {
        return new AccountEvent.Funded(venue, funding.symbol(), funding.execId(), funding.paid(), funding.at(), at);
    }

    /** Whether orders and fills agree by now, and so long that the balances were taken after all of them. */
    boolean isSettled(List<Step> steps, Map<String, Suspicion> suspicions) {
        var still = ours.orders().stream()
                .allMatch(held -> !held.isRecent(learned.at())
                        && held.order().inFlight().isEmpty()
                        && held.order().doubt().isEmpty());
        return still
                && !report.balances().isEmpty()
                && suspicions.isEmpty()
                && steps.stream().noneMatch(Accounting::moves);
    }

    private static boolean moves(Step step) {
        return Stream.concat(step.facts().orders().stream(), step.facts().accounts().stream())
                .anyMatch(fact -> fact instanceof OrderEvent.Traded
                        || fact instanceof OrderEvent.Provisional
                        || fact instanceof OrderEvent.Created
                        || fact instanceof AccountEvent.TradedElsewhere
                        || fact instanceof AccountEvent.Funded);
    }

    void compare(List<Step> steps, Map<String, Suspicion> suspicions, Set<String> seen) {
        if (ours.expected().held().isEmpty()) {
            steps.add(opened());
            return;
        }
        for (var difference : holdings.differences(ours.expected())) {
            var found = new Discrepancy.AccountDiffers(difference);
            var amount = difference.amount().stripTrailingZeros().toPlainString();
            var before = ours.known().suspicion(found.key());
            var suspicion = Suspicion.next(before, amount, learned.at().nanos());
            suspicions.put(found.key(), suspicion);
            var isKnown = ours.known().differences().contains(found.key());
            if (isKnown) {
                seen.add(found.key());
            } else {
                steps.add(suspicion.isConfirmed() ? confirmed(found, seen) : suspected(found, suspicion));
            }
        }
    }

    private Step opened() {
        var amounts = holdings.opening(ours.expected());
        var adjusted = new AccountEvent.Adjusted(
                ours.manifest().venue(),
                AccountEvent.Adjusted.OPENING,
                amounts,
                "what the account held beyond our fills when it was first seen",
                learned.at());
        var facts = new Step.Facts(List.of(), List.of(), List.of(adjusted));
        return step(Case.ACCOUNT_OPENED, Case.ACCOUNT_OPENED.words(), Step.Grade.E1, facts, Set.of());
    }

    private static Step step(Case kind, String text, Step.Grade grade, Step.Facts facts, Set<Step.FollowUp> followUps) {
        var basis = new Step.Basis(grade, List.of("balances", "positions"));
        return new Step(kind, Optional.empty(), text, basis, facts, List.of(), followUps);
    }

    private static String describe(Discrepancy.AccountDiffers found) {
        var difference = found.difference();
        return "%s: the venue shows %s, fills add up to %s, %s apart"
                .formatted(
                        difference.thing(),
                        difference.venues().stripTrailingZeros().toPlainString(),
                        difference.ours().stripTrailingZeros().toPlainString(),
                        difference.amount().stripTrailingZeros().toPlainString());
    }

    private static Step suspected(Discrepancy.AccountDiffers found, Suspicion suspicion) {
        var text = describe(found) + "; seen " + suspicion.times() + " of 3 times, it may be the snapshot's skew";
        return step(Case.ACCOUNT_DIFFERS, text, Step.Grade.E3, Step.Facts.NONE, Set.of(Step.FollowUp.QUERY));
    }

    private Step confirmed(Discrepancy.AccountDiffers found, Set<String> seen) {
        seen.add(found.key());
        var cause = found.difference().cause();
        var text = describe(found) + "; " + cause + ", " + cause.words();
        var differed = new AccountEvent.Differed(
                ours.manifest().venue(), found.key(), Case.ACCOUNT_DIFFERS.row(), text, new ParentId(0), learned.at());
        var facts = new Step.Facts(List.of(), List.of(), List.of(differed));
        var followUps =
                cause.freezes() ? Set.of(Step.FollowUp.ALARM, Step.FollowUp.FREEZE) : Set.of(Step.FollowUp.ALARM);
        var basis = new Step.Basis(Step.Grade.E2, List.of("balances", "positions"));
        return new Step(Case.ACCOUNT_DIFFERS, Optional.empty(), text, basis, facts, List.of(found), followUps);
    }
}
