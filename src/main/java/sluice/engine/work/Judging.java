package sluice.engine.work;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import sluice.engine.Answer;
import sluice.engine.market.Books;
import sluice.engine.market.Exposures;
import sluice.engine.turn.Turn;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Level;
import sluice.order.Order;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.risk.Code;
import sluice.risk.Intent;
import sluice.risk.Listing;
import sluice.risk.Refusal;
import sluice.risk.Risk;
import sluice.risk.Verdict;
import sluice.risk.exposure.Exposure;
import sluice.risk.limits.Limits;
import sluice.routing.Candidate;
import sluice.routing.RoutePlan;
import sluice.routing.RouteRequest;
import sluice.routing.Router;
import sluice.venue.FeeSchedule;

/** Brings an intent before risk and routing, and says in one word what came of it. */
public final class Judging {

    private static final int DEPTH = 400;
    private static final int NEAR = 5;

    private final Turn turn;
    private final Books books;
    private final Exposures exposures;
    private final Router router;
    private final Limits limits;

    public Judging(Turn turn, Books books, Exposures exposures, Router router, Limits limits) {
        this.turn = turn;
        this.books = books;
        this.exposures = exposures;
        this.router = router;
        this.limits = limits;
    }

    /** A plan with the orders to send for it, or why there is none. */
    public record Decision(Optional<RoutePlan> plan, Map<VenueId, Terms> orders, Optional<Answer.Refused> refusal) {

        static Decision refused(String code, String message) {
            return new Decision(Optional.empty(), Map.of(), Optional.of(Answer.Refused.of(code, message)));
        }

        static Decision refused(Optional<RoutePlan> plan, Refusal refusal) {
            return new Decision(plan, Map.of(), Optional.of(told(refusal)));
        }
    }

    public Decision decide(Terms terms, Instructions instructions) {
        var venues = venues(terms.symbol(), instructions);
        if (venues.isEmpty()) {
            return Decision.refused("UNKNOWN_SYMBOL", unknown(terms.symbol(), instructions));
        }
        var exposure = exposures.of(terms.symbol());
        var listings =
                venues.stream().map(venue -> listing(venue, terms.symbol())).toList();
        var verdict = Risk.judge(terms, instructions.collarBps(), listings, exposure, limits);
        if (verdict instanceof Verdict.Refused refused) {
            return Decision.refused(Optional.empty(), refused.first());
        }
        return route(terms, instructions, terms.px(), exposure.market());
    }

    /** What is left of a parent, judged like a new order; priced no worse than its first wave was. */
    public Decision again(Terms rest, Instructions instructions, Px first) {
        var market = exposures.of(rest.symbol()).market();
        return route(rest, instructions, Optional.of(first), market);
    }

    /** The worst price so far or the collar's, whichever gives away less. */
    private static Px limit(Terms terms, Optional<Px> worst, Px collar) {
        var own = worst.orElse(collar);
        return own.compareTo(collar) * terms.side().sign() <= 0 ? own : collar;
    }

    private Decision route(Terms terms, Instructions instructions, Optional<Px> worst, Exposure.Market market) {
        var collar = Risk.collarPx(terms.side(), instructions.collarBps(), market, limits);
        if (collar.isEmpty()) {
            return Decision.refused(
                    Code.RISK_NO_BOOK.name(),
                    "Not sent: there is no live book of " + terms.symbol() + " to price it by.");
        }
        var venues = venues(terms.symbol(), instructions);
        var limit = limit(terms, worst, collar.get());
        var mid = market.mid();
        var plan = router.route(RouteRequest.of(terms, limit, mid, candidates(venues, terms, limit)));
        if (plan.legs().isEmpty()) {
            return new Decision(Optional.of(plan), Map.of(), Optional.of(nowhere(plan)));
        }
        return judge(terms, instructions, plan, mid);
    }

    private Decision judge(Terms terms, Instructions instructions, RoutePlan plan, Optional<Px> mid) {
        var orders = new LinkedHashMap<VenueId, Terms>();
        for (var leg : plan.legs()) {
            var child = child(terms, leg);
            var intent = new Intent(
                    listing(leg.venue(), terms.symbol()),
                    child,
                    Optional.empty(),
                    instructions.collarBps(),
                    instructions.tag());
            var exposure = exposures.of(leg.venue(), child).by(mid);
            var verdict = Risk.judge(intent, exposure, limits);
            if (verdict instanceof Verdict.Refused refused) {
                return Decision.refused(Optional.of(plan), refused.first());
            }
            orders.put(leg.venue(), ((Verdict.Passed) verdict).terms());
        }
        return new Decision(Optional.of(plan), orders, Optional.empty());
    }

    /** Called for each order that is really sent: the pace counts it. */
    public void sent(VenueId venue, Terms terms, Instructions instructions) {
        var intent = new Intent(
                listing(venue, terms.symbol()), terms, Optional.empty(), instructions.collarBps(), instructions.tag());
        exposures.paced(Risk.sent(intent, exposures.pace(), limits, turn.now().nanos()));
    }

    private static Terms child(Terms terms, RoutePlan.Leg leg) {
        var priced = terms.withOrderQty(leg.qty()).withPx(leg.limitPx());
        return terms.px().isEmpty() && terms.tif().kind() != Tif.Kind.FOK ? priced.withTif(Tif.IOC) : priced;
    }

    /** Judges an amend; empty lets it go. */
    public Optional<Answer.Refused> amend(Order order, Terms terms) {
        var venue = order.ids().venue();
        if (turn.venue(venue).instrument(terms.symbol()).isEmpty()) {
            var message = "Not amended: the instruments of " + venue + " are not loaded yet.";
            return Optional.of(new Answer.Refused("NOT_READY", message, Map.of(), Answer.Retry.AFTER));
        }
        var instructions = turn.orders().parentOf(order).parent().opened().instructions();
        var intent = new Intent(
                listing(venue, terms.symbol()),
                terms,
                Optional.of(order),
                instructions.collarBps(),
                instructions.tag());
        var verdict = Risk.judge(intent, exposures.of(venue, terms), limits);
        if (verdict instanceof Verdict.Refused refused) {
            return Optional.of(told(refused.first()));
        }
        exposures.paced(((Verdict.Passed) verdict).pace());
        return Optional.empty();
    }

    private static Answer.Refused told(Refusal refusal) {
        return new Answer.Refused(
                refusal.code().name(),
                refusal.message(),
                Map.of("limit", refusal.limit(), "value", refusal.value()),
                refusal.code().passes() ? Answer.Retry.AFTER : Answer.Retry.NEVER);
    }

    private static Answer.Refused nowhere(RoutePlan plan) {
        var why = plan.rest().map(RoutePlan.Rest::text).orElse("no venue can take it");
        var venues = plan.leftOut().stream()
                .map(left -> left.venue() + ": " + left.reason())
                .reduce((one, other) -> one + "; " + other)
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Answer.Refused("NO_ROUTE", "Not sent: " + why + venues, Map.of(), Answer.Retry.AFTER);
    }

    private List<VenueId> venues(Symbol symbol, Instructions instructions) {
        var wanted = instructions.on().isEmpty() ? List.copyOf(turn.venues().keySet()) : instructions.on();
        return wanted.stream()
                .filter(turn.venues()::containsKey)
                .filter(venue -> turn.venue(venue).instrument(symbol).isPresent())
                .toList();
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

    public Listing listing(VenueId venue, Symbol symbol) {
        var state = turn.venue(venue);
        var can = state.manifest().orders();
        return new Listing(
                state.instrument(symbol).orElseThrow(),
                can.tifs(),
                can.postOnly(),
                can.reduceOnly(),
                OptionalInt.empty(),
                state.fees(symbol).map(FeeSchedule::taker).orElse(BigDecimal.ZERO));
    }

    /** Few levels are read where they are enough: most orders never get beyond them. */
    private List<Candidate> candidates(List<VenueId> venues, Terms terms, Px limit) {
        var near = venues.stream().map(venue -> candidate(venue, terms, NEAR)).toList();
        return near.stream().anyMatch(candidate -> mayGoDeeper(candidate, terms, limit))
                ? venues.stream().map(venue -> candidate(venue, terms, DEPTH)).toList()
                : near;
    }

    private static boolean mayGoDeeper(Candidate candidate, Terms terms, Px limit) {
        var levels = candidate
                .ladder()
                .map(book -> terms.side() == Side.BUY ? book.asks() : book.bids())
                .orElse(List.of());
        if (levels.size() < NEAR
                || levels.get(NEAR - 1).px().compareTo(limit) * terms.side().sign() > 0) {
            return false;
        }
        return levels.stream().map(Level::qty).reduce(Qty.ZERO, Qty::plus).compareTo(terms.orderQty()) < 0;
    }

    private Candidate candidate(VenueId venue, Terms terms, int depth) {
        var state = turn.venue(venue);
        var instrument = state.instrument(terms.symbol()).orElseThrow();
        var gates = new ArrayList<String>();
        if (!state.unready().isEmpty()) {
            gates.add(state.unready());
        }
        var fees = state.fees(terms.symbol());
        if (fees.isEmpty()) {
            gates.add("its fees are not known yet");
        }
        var rates = fees.map(known -> new Candidate.Fees(known.maker(), known.taker()))
                .orElse(new Candidate.Fees(BigDecimal.ZERO, BigDecimal.ZERO));
        var max = instrument.bounds().maxQty();
        return new Candidate(
                instrument,
                books.ladder(venue, terms.symbol(), depth),
                rates,
                state.manifest().orders().tifs(),
                max.isZero() ? terms.orderQty() : max,
                List.of(),
                gates);
    }

    /** The quantity that spends (or raises) so much quote money at worst, on the finest lot of the symbol. */
    public Optional<Qty> forMoney(Terms terms, BigDecimal money, Instructions instructions) {
        var venues = venues(terms.symbol(), instructions);
        var market = exposures.of(terms.symbol()).market();
        var px = terms.px().or(() -> Risk.collarPx(terms.side(), instructions.collarBps(), market, limits));
        if (venues.isEmpty() || px.isEmpty()) {
            return Optional.empty();
        }
        var lot = venues.stream()
                .map(venue -> turn.venue(venue)
                        .instrument(terms.symbol())
                        .orElseThrow()
                        .grid()
                        .lot())
                .reduce(BigDecimal::min)
                .orElseThrow();
        var qty = money.divide(px.get().value(), MathContext.DECIMAL64);
        return Optional.of(new Qty(qty).floor(lot));
    }

    public Limits limits() {
        return limits;
    }
}
