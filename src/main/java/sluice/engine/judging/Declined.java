package sluice.engine.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.state.LimitBook;
import sluice.market.Qty;
import sluice.order.Terms;
import sluice.risk.Code;
import sluice.risk.Refusal;
import sluice.risk.Risk;
import sluice.risk.Verdict;
import sluice.risk.exposure.Exposure;
import sluice.routing.RoutePlan;

/** What is said of an order that goes nowhere. */
record Declined(Prospects prospects, LimitBook limits) {

    /** An order that all balances together cannot pay for is not begun. */
    Optional<Answer.Refused> unfunded(Priced asked, List<Prospect> all) {
        var open = all.stream().filter(Prospect::isOpen).toList();
        var room = open.stream().map(each -> each.candidate().cap()).reduce(Qty.ZERO, Qty::plus);
        if (open.isEmpty() || room.compareTo(asked.terms().orderQty()) >= 0) {
            return Optional.empty();
        }
        var single = open.size() == 1 ? risk(asked, open.get(0)) : List.<Refusal>of();
        return single.stream()
                .filter(refusal -> refusal.code() == Code.RISK_BALANCE)
                .findFirst()
                .map(Declined::told)
                .or(() -> Optional.of(tooPoor(asked.terms(), room, open)));
    }

    private static Answer.Refused tooPoor(Terms terms, Qty room, List<Prospect> open) {
        var each = open.stream()
                .map(one -> one.candidate().cap() + " at " + one.place().named(terms.symbol()))
                .collect(Collectors.joining(", "));
        var message = "The balances pay for %s of %s %s: %s.".formatted(room, terms.orderQty(), terms.symbol(), each);
        var detail = Map.of("limit", room.plain(), "value", terms.orderQty().plain());
        return new Answer.Refused(Code.RISK_BALANCE.name(), message, detail, Answer.Retry.NEVER);
    }

    /** All that risk has against the whole order at one place. */
    private List<Refusal> risk(Priced asked, Prospect prospect) {
        var listing = prospects.listing(prospect.place());
        var child = asked.terms().of(prospect.place().symbol());
        var priced = prospect.candidate().book().isConverted()
                ? child
                : child.withPx(asked.limit().onGrid(listing.instrument().grid().tick(), child.side()));
        var own = limits.of(
                prospect.place().venue(),
                prospect.place().symbol(),
                asked.instructions().tag());
        var verdict = Risk.judge(asked.intent(listing, priced), prospect.exposure(), own);
        return verdict instanceof Verdict.Refused refused ? refused.refusals() : List.of();
    }

    static Answer.Refused told(Refusal refusal) {
        return new Answer.Refused(
                refusal.code().name(),
                refusal.message(),
                Map.of("limit", refusal.limit(), "value", refusal.value()),
                refusal.code().passes() ? Answer.Retry.AFTER : Answer.Retry.NEVER);
    }

    /**
     * An order at the market is begun only where the books can carry it; what only gets out of a position, and what has
     * a price of its own, takes what there is.
     */
    static Optional<Answer.Refused> thin(RoutePlan plan, Terms terms, Exposure exposure) {
        var reducible = exposure.positions().reducible(terms.side());
        var mayTakeLess = terms.px().isPresent() || terms.reduceOnly() || reducible.compareTo(terms.orderQty()) >= 0;
        if (!plan.isThin() || mayTakeLess) {
            return Optional.empty();
        }
        var carried = plan.routedQty();
        var message = "Not sent: " + plan.rest().orElseThrow().text() + ", and at least 80 % of an order at the market"
                + " must. Send " + carried + " or less, widen --collar, or set a price with --at.";
        var detail = Map.of("limit", carried.plain(), "value", terms.orderQty().plain());
        return Optional.of(new Answer.Refused("ROUTE_THIN", message, detail, Answer.Retry.AFTER));
    }

    /** In risk's own words where risk alone stands in the way, and says the same of every place that could be asked. */
    Answer.Refused nowhere(Priced asked, RoutePlan plan, List<Prospect> all, List<Refusal> refusals) {
        var words = new ArrayList<>(refusals);
        if (words.isEmpty() && all.stream().allMatch(each -> each.isReady() && !each.isOpen())) {
            all.forEach(each -> risk(asked, each).stream().findFirst().ifPresent(words::add));
        }
        if (!words.isEmpty() && words.stream().map(Refusal::code).distinct().count() == 1) {
            return told(words.get(0));
        }
        var why = plan.rest().map(RoutePlan.Rest::text).orElse("no venue can take it");
        var venues = plan.leftOut().stream()
                .map(left -> left.place().named(asked.terms().symbol()) + ": " + left.reason())
                .reduce((one, other) -> one + "; " + other)
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Answer.Refused("NO_ROUTE", "Not sent: " + why + venues, Map.of(), Answer.Retry.AFTER);
    }
}
