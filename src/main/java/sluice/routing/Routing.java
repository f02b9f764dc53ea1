package sluice.routing;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.order.Tif;
import sluice.routing.RoutePlan.LeftOut;
import sluice.routing.RoutePlan.Leg;
import sluice.routing.RoutePlan.Rest;
import sluice.routing.RoutePlan.Why;

/** One request on its way to a plan. Confined to one call of the router. */
final class Routing {

    private final RouteRequest request;
    private final Qty wanted;
    private final Map<Place, String> out = new HashMap<>();
    private final Set<Place> tooSmall = new HashSet<>();

    Routing(RouteRequest request) {
        this.request = request;
        this.wanted = request.terms().orderQty();
    }

    RoutePlan plan() {
        for (var offer : offers()) {
            Gate.shut(offer, request).ifPresent(why -> out.put(offer.place(), why));
        }
        return request.terms().tif().kind() == Tif.Kind.FOK ? whole() : split();
    }

    private List<Offer> offers() {
        return request.candidates().stream()
                .filter(candidate -> !out.containsKey(candidate.place()))
                .map(candidate -> new Offer(candidate, request))
                .sorted(comparing(offer -> offer.place()))
                .toList();
    }

    /** The split without the venues whose share came out too small; each that is dropped sends the rest round again. */
    private RoutePlan split() {
        while (true) {
            var offers = offers();
            var left = request.terms().postOnly() ? wanted : Split.take(offers, wanted);
            var home = rests() && left.isPositive() ? home(offers, left) : Optional.<Offer>empty();
            var resting = home.map(offer -> room(offer, left)).orElse(Qty.ZERO);
            var small = smallest(offers, home, resting);
            if (small.isEmpty()) {
                return planned(offers, home, resting, left.minus(resting));
            }
            drop(small.get(), share(small.get(), home, resting));
        }
    }

    /**
     * A resting order goes to one venue, in its own quote, since no conversion holds for long: where making is
     * cheapest, then where most stands.
     */
    private Optional<Offer> home(List<Offer> offers, Qty left) {
        return offers.stream()
                .filter(offer -> room(offer, left).isPositive()
                        && offer.place().symbol().equals(request.terms().symbol()))
                .min(comparing((Offer offer) -> room(offer, left), Comparator.reverseOrder())
                        .thenComparing(offer -> offer.candidate().fees().maker())
                        .thenComparing(Routing::displayed, Comparator.reverseOrder())
                        .thenComparing(offer -> offer.place()));
    }

    private static Qty room(Offer offer, Qty left) {
        return offer.cap().minus(offer.taken()).min(left).floor(offer.lot());
    }

    private static Qty displayed(Offer offer) {
        return offer.candidate().book().ladder().stream()
                .flatMap(book -> Stream.concat(book.bids().stream(), book.asks().stream()))
                .map(level -> level.qty())
                .reduce(Qty.ZERO, Qty::plus);
    }

    private boolean rests() {
        var terms = request.terms();
        return terms.px().isPresent() && terms.tif().rests();
    }

    private static Qty share(Offer offer, Optional<Offer> home, Qty resting) {
        return home.filter(offer::equals).isPresent() ? offer.taken().plus(resting) : offer.taken();
    }

    private static Optional<Offer> smallest(List<Offer> offers, Optional<Offer> home, Qty resting) {
        return offers.stream()
                .filter(offer -> share(offer, home, resting).isPositive())
                .filter(offer ->
                        Gate.tooSmall(offer, share(offer, home, resting)).isPresent())
                .min(comparing(offer -> share(offer, home, resting)));
    }

    private void drop(Offer offer, Qty share) {
        tooSmall.add(offer.place());
        out.put(offer.place(), Gate.tooSmall(offer, share).orElseThrow());
    }

    /** Fill-or-kill cannot be split: the one venue that fills all of it most cheaply. */
    private RoutePlan whole() {
        var full = new ArrayList<Offer>();
        for (var offer : offers()) {
            var left = Split.take(List.of(offer), wanted);
            if (left.isZero() && Gate.tooSmall(offer, wanted).isEmpty()) {
                full.add(offer);
            } else {
                out.put(offer.place(), "cannot fill all of it inside the limit");
            }
        }
        full.sort(comparing(Offer::cost));
        if (full.isEmpty()) {
            var text = "no single venue can fill %s inside %s".formatted(wanted, request.limit());
            return new RoutePlan(List.of(), leftOut(List.of()), rest(wanted, Why.NOT_WHOLE, text), request.mid(), true);
        }
        full.subList(1, full.size()).forEach(dearer -> out.put(dearer.place(), "dearer for all of it"));
        var legs = List.of(full.get(0).leg(Qty.ZERO));
        return new RoutePlan(legs, leftOut(legs), Optional.empty(), request.mid(), true);
    }

    private RoutePlan planned(List<Offer> offers, Optional<Offer> home, Qty resting, Qty left) {
        var legs = offers.stream()
                .filter(offer -> share(offer, home, resting).isPositive())
                .map(offer -> offer.leg(home.filter(offer::equals).isPresent() ? resting : Qty.ZERO))
                .toList();
        offers.forEach(offer -> out.put(offer.place(), unused(offer)));
        var exact = resting.isZero() && tooSmall.isEmpty() && isUniform(offers);
        return new RoutePlan(legs, leftOut(legs), whyNot(offers, left), request.mid(), exact);
    }

    private static String unused(Offer offer) {
        return offer.depth().isZero()
                ? "nothing inside the limit"
                : "no cheaper: its best unit costs %s bps all in"
                        .formatted(offer.bestBps().toPlainString());
    }

    private static boolean isUniform(List<Offer> offers) {
        return offers.stream().map(Offer::lot).distinct().count() <= 1
                && offers.stream()
                        .allMatch(offer -> offer.isOnLot()
                                && offer.isConvex()
                                && offer.candidate().expected().fixed().signum() == 0);
    }

    private List<LeftOut> leftOut(List<Leg> legs) {
        var used = legs.stream().map(Leg::place).toList();
        return out.entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()))
                .map(entry -> new LeftOut(entry.getKey(), entry.getValue()))
                .sorted(comparing(LeftOut::place))
                .toList();
    }

    private Optional<Rest> whyNot(List<Offer> offers, Qty left) {
        if (left.isZero()) {
            return Optional.empty();
        }
        if (offers.isEmpty()) {
            return tooSmall.isEmpty() ? nowhere(left) : rest(left, Why.MINIMUM, left + " is too small for any venue");
        }
        if (offers.stream().allMatch(offer -> left.floor(offer.lot()).isZero())) {
            return rest(left, Why.LOT, left + " is less than a lot");
        }
        if (!rests() && isThin(left)) {
            return rest(left, Why.THIN, stands(left));
        }
        if (offers.stream().anyMatch(offer -> offer.taken().compareTo(offer.cap()) >= 0)) {
            return rest(left, Why.CAP, "balances or bounds allow %s less".formatted(left));
        }
        if (!tooSmall.isEmpty()) {
            return rest(left, Why.MINIMUM, "what stands elsewhere for " + left + " is below the smallest order there");
        }
        return rest(left, Why.LIMIT, stands(left));
    }

    private Optional<Rest> nowhere(Qty left) {
        var postOnly = request.terms().postOnly() && !out.isEmpty();
        return postOnly
                ? rest(left, Why.WOULD_TAKE, "no venue can rest it: " + reasons())
                : rest(left, Why.NO_VENUE, "no venue can take it: " + reasons());
    }

    private boolean isThin(Qty left) {
        return wanted.minus(left).value().compareTo(request.depthShare().multiply(wanted.value())) < 0;
    }

    private String stands(Qty left) {
        return "only %s of %s can be had inside %s".formatted(wanted.minus(left), wanted, request.limit());
    }

    private String reasons() {
        return out.isEmpty()
                ? "none lists it"
                : String.join(
                        ", ",
                        leftOut(List.of()).stream()
                                .map(one -> one.place().named(request.terms().symbol()) + " " + one.reason())
                                .toList());
    }

    private static Optional<Rest> rest(Qty qty, Why why, String text) {
        return Optional.of(new Rest(qty, why, text));
    }
}
