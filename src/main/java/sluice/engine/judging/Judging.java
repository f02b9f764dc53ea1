package sluice.engine.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.market.Books;
import sluice.engine.market.Exposures;
import sluice.engine.state.LimitBook;
import sluice.engine.turn.Turn;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.ParentOrder;
import sluice.risk.Code;
import sluice.risk.Intent;
import sluice.risk.Refusal;
import sluice.risk.Risk;
import sluice.risk.Verdict;
import sluice.risk.exposure.Exposure;
import sluice.risk.limits.Limits;
import sluice.routing.RoutePlan;
import sluice.routing.RouteRequest;
import sluice.routing.Router;

/** Brings an intent before risk and routing, and says in one word what came of it. */
public final class Judging {

    private final Turn turn;
    private final Exposures exposures;
    private final Router router;
    private final LimitBook limits;
    private final Prospects prospects;
    private final Declined declined;

    public Judging(Turn turn, Books books, Exposures exposures, Router router) {
        this.turn = turn;
        this.exposures = exposures;
        this.router = router;
        this.limits = turn.state().limits();
        this.prospects = new Prospects(turn, books, exposures, new Gates(turn, books));
        this.declined = new Declined(prospects, limits);
    }

    /** A plan with the orders to send for it, or why there is none. */
    public record Decision(
            Optional<RoutePlan> plan,
            Map<Place, Terms> orders,
            Optional<Answer.Refused> refusal,
            List<Refusal> findings) {

        static Decision refused(String code, String message) {
            return refused(Optional.empty(), Answer.Refused.of(code, message));
        }

        static Decision refused(Optional<RoutePlan> plan, Answer.Refused refusal) {
            return new Decision(plan, Map.of(), Optional.of(refusal), List.of());
        }

        Decision with(List<Refusal> found) {
            return new Decision(plan, orders, refusal, List.copyOf(found));
        }
    }

    public Decision decide(Terms terms, Instructions instructions) {
        var places = prospects.places(terms.symbol(), instructions);
        if (places.isEmpty()) {
            return Decision.refused("UNKNOWN_SYMBOL", unknown(terms.symbol(), instructions));
        }
        var exposure = exposures.of(
                terms.symbol(), places.stream().map(Place::venue).distinct().toList(), instructions.tag());
        var own = places.stream()
                .filter(place -> place.symbol().equals(terms.symbol()))
                .toList();
        var listings =
                (own.isEmpty() ? places : own).stream().map(prospects::listing).toList();
        var verdict = Risk.judge(
                terms, instructions.collarBps(), listings, exposure, limits.of(terms.symbol(), instructions.tag()));
        if (verdict instanceof Verdict.Refused refused) {
            return Decision.refused(Optional.empty(), Declined.told(refused.first()))
                    .with(refused.refusals());
        }
        var limit = limit(terms, instructions, terms.px(), exposure.market());
        if (limit.isEmpty()) {
            return unpriced(terms.symbol());
        }
        var asked = new Priced(terms, instructions, limit.get(), exposure.market(), Optional.empty());
        var open = prospects.of(places, terms, instructions.tag(), limit.get(), Map.of());
        return declined.unfunded(asked, open)
                .map(refusal -> Decision.refused(Optional.empty(), refusal))
                .orElseGet(() -> begun(route(asked, open), terms, exposure));
    }

    private static Decision begun(Decision decision, Terms terms, Exposure exposure) {
        return decision.plan()
                .filter(plan -> decision.refusal().isEmpty())
                .flatMap(plan -> Declined.thin(plan, terms, exposure)
                        .map(refusal -> Decision.refused(Optional.of(plan), refusal)))
                .orElse(decision);
    }

    /**
     * What is left of a parent, judged like a new order; priced no worse than its first wave was, and without the
     * venues that have turned it down.
     */
    public Decision again(ParentOrder parent, Optional<Px> first, Map<VenueId, String> barred) {
        var instructions = parent.parent().opened().instructions();
        var rest = parent.parent().terms().withOrderQty(parent.unplannedQty());
        var market = exposures.market(rest.symbol());
        var limit = limit(rest, instructions, first, market);
        if (limit.isEmpty()) {
            return unpriced(rest.symbol());
        }
        var places = prospects.places(rest.symbol(), instructions);
        var asked = new Priced(
                rest,
                instructions,
                limit.get(),
                market,
                Optional.of(new Intent.Behind(parent.parent().id(), parent.unplannedQty())));
        return route(asked, prospects.of(places, rest, instructions.tag(), limit.get(), barred));
    }

    /** The venues that an order may go to, whether or not it can now. */
    public Set<VenueId> venues(Symbol symbol, Instructions instructions) {
        return prospects.places(symbol, instructions).stream().map(Place::venue).collect(Collectors.toSet());
    }

    private static Decision unpriced(Symbol symbol) {
        return Decision.refused(
                Code.RISK_NO_BOOK.name(), "Not sent: there is no live book of " + symbol + " to price it by.");
    }

    /** The worst price so far or the collar's, whichever gives away less; empty without a mid. */
    private Optional<Px> limit(Terms terms, Instructions instructions, Optional<Px> worst, Exposure.Market market) {
        var own = limits.of(terms.symbol(), instructions.tag());
        return Risk.collarPx(terms.side(), instructions.collarBps(), market, own)
                .map(collar -> worst.filter(
                                px -> px.compareTo(collar) * terms.side().sign() <= 0)
                        .orElse(collar));
    }

    /** Routes; a place whose share risk refuses is left out with risk's words, and the rest is split again. */
    private Decision route(Priced asked, List<Prospect> all) {
        var left = new LinkedHashMap<Place, Prospect>();
        all.forEach(prospect -> left.put(prospect.place(), prospect));
        var refusals = new ArrayList<Refusal>();
        var findings = new ArrayList<Refusal>();
        for (int round = 0; round <= all.size(); round++) {
            var candidates = left.values().stream().map(Prospect::candidate).toList();
            var plan = router.route(
                    RouteRequest.of(asked.terms(), asked.limit(), asked.market().mid(), candidates));
            if (plan.legs().isEmpty()) {
                return Decision.refused(Optional.of(plan), declined.nowhere(asked, plan, all, refusals))
                        .with(findings);
            }
            var orders = new LinkedHashMap<Place, Terms>();
            var refused = judge(asked, plan, left, orders, findings);
            if (refused.isEmpty()) {
                return new Decision(Optional.of(plan), orders, Optional.empty(), findings);
            }
            refused.forEach((place, refusal) -> {
                refusals.add(refusal);
                left.computeIfPresent(
                        place, (at, shut) -> shut.with(shut.candidate().shut(refusal.message())));
            });
        }
        throw new AssertionError("every round shuts a place");
    }

    /** Judges the legs one by one, as if those before were out. */
    private Map<Place, Refusal> judge(
            Priced asked, RoutePlan plan, Map<Place, Prospect> left, Map<Place, Terms> orders, List<Refusal> findings) {
        var pace = exposures.pace();
        var reserved = new Reserved();
        for (var leg : plan.legs()) {
            var place = leg.place();
            var prospect = Objects.requireNonNull(left.get(place), "a leg goes to a candidate");
            var own = prospect.candidate().book().own(asked.market().mid());
            var child = asked.child(leg);
            var exposure =
                    reserved.in(prospect.exposure(), place, child).by(own).at(pace);
            var listing = prospects.listing(place);
            var verdict = Risk.judge(asked.intent(listing, child), exposure, limits(place, asked.instructions()));
            if (verdict instanceof Verdict.Refused refused) {
                findings.addAll(refused.refusals());
                return Map.of(place, refused.first());
            }
            var passed = (Verdict.Passed) verdict;
            findings.addAll(passed.remarks());
            pace = passed.pace();
            reserved.add(place, passed.terms(), listing);
            orders.put(place, passed.terms());
        }
        return Map.of();
    }

    private Limits limits(Place place, Instructions instructions) {
        return limits.of(place.venue(), place.symbol(), instructions.tag());
    }

    /** Called for each order that is really sent: the pace counts it. */
    public void sent(ParentId parent, VenueId venue, Terms terms, Instructions instructions) {
        var place = new Place(venue, terms.symbol());
        var intent = new Intent(
                prospects.listing(place),
                terms,
                Optional.empty(),
                instructions.collarBps(),
                instructions.tag(),
                Optional.of(new Intent.Behind(parent, terms.orderQty())));
        exposures.paced(Risk.sent(
                intent,
                exposures.pace(),
                limits(place, instructions),
                turn.now().nanos()));
        exposures.sent(venue, terms);
    }

    /** Judges an amend; without a refusal it goes. */
    public Decision amend(Order order, Terms terms) {
        var venue = order.ids().venue();
        if (turn.venue(venue).instrument(terms.symbol()).isEmpty()) {
            var message = "Not amended: the instruments of " + venue + " are not loaded yet.";
            return Decision.refused(
                    Optional.empty(), new Answer.Refused("NOT_READY", message, Map.of(), Answer.Retry.AFTER));
        }
        var instructions = turn.orders().parentOf(order).parent().opened().instructions();
        var intent = new Intent(
                prospects.listing(new Place(venue, terms.symbol())),
                terms,
                Optional.of(order),
                instructions.collarBps(),
                instructions.tag());
        var exposure = exposures.of(venue, terms, instructions.tag());
        var verdict = Risk.judge(intent, exposure, limits(new Place(venue, terms.symbol()), instructions));
        if (verdict instanceof Verdict.Refused refused) {
            return Decision.refused(Optional.empty(), Declined.told(refused.first()))
                    .with(refused.refusals());
        }
        exposures.paced(((Verdict.Passed) verdict).pace());
        return new Decision(Optional.empty(), Map.of(), Optional.empty(), ((Verdict.Passed) verdict).remarks());
    }

    /** Why an order of the symbol has nowhere to go at all. */
    public Optional<Answer.Refused> unlisted(Symbol symbol, Instructions instructions) {
        return prospects.places(symbol, instructions).isEmpty()
                ? Optional.of(Answer.Refused.of("UNKNOWN_SYMBOL", unknown(symbol, instructions)))
                : Optional.empty();
    }

    private String unknown(Symbol symbol, Instructions instructions) {
        var strangers = instructions.on().stream()
                .filter(venue -> !turn.venues().containsKey(venue))
                .toList();
        if (!strangers.isEmpty()) {
            return "Not sent: there is no venue " + strangers.get(0) + "; `venues` lists those there are.";
        }
        var where =
                instructions.on().isEmpty() ? "any venue" : instructions.on().toString();
        return "Not sent: " + symbol + " is not listed at " + where + "; `symbols` lists what is.";
    }

    /** The quantity that spends (or raises) so much quote money at worst, on the finest lot of the symbol. */
    public Optional<Qty> forMoney(Terms terms, BigDecimal money, Instructions instructions) {
        var places = prospects.places(terms.symbol(), instructions);
        var market = exposures.market(terms.symbol());
        var px = terms.px()
                .or(() -> Risk.collarPx(
                        terms.side(), instructions.collarBps(), market, limits.of(terms.symbol(), instructions.tag())));
        if (places.isEmpty() || px.isEmpty()) {
            return Optional.empty();
        }
        var lot = places.stream()
                .map(place -> prospects.listing(place).instrument().grid().lot())
                .reduce(BigDecimal::min)
                .orElseThrow();
        var qty = money.divide(px.get().value(), MathContext.DECIMAL64);
        return Optional.of(new Qty(qty).floor(lot));
    }
}
