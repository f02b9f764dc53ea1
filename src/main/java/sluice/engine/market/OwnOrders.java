package sluice.engine.market;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import sluice.engine.turn.Turn;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Conditions.Opposites;
import sluice.risk.exposure.Conditions.Opposites.Own;

/** What our own orders, working or just sent, mean for one that is about to go. Confined to the desk thread. */
final class OwnOrders {

    private final Turn turn;
    private final Deque<Taken> taken = new ArrayDeque<>();

    private record Taken(long nanos, Place place, Side side, Px px) {}

    OwnOrders(Turn turn) {
        this.turn = turn;
    }

    /** Remembers an order that takes; {@code mid} tells whether one that may rest does. */
    void sent(VenueId venue, Terms terms, Optional<Px> mid) {
        var px = terms.px();
        if (px.isEmpty() || terms.postOnly()) {
            return;
        }
        var isImmediate = terms.tif().kind() == Tif.Kind.IOC || terms.tif().kind() == Tif.Kind.FOK;
        var sign = terms.side().sign();
        if (isImmediate || mid.filter(at -> px.get().compareTo(at) * sign >= 0).isPresent()) {
            var place = new Place(venue, terms.symbol());
            taken.addLast(new Taken(turn.now().nanos(), place, terms.side(), px.get()));
        }
    }

    /** What an order would meet of ours at its venue, and what we took elsewhere within the window. */
    Opposites opposites(VenueId venue, Terms terms, long windowNanos) {
        var side = terms.side();
        Optional<Own> resting = Optional.empty();
        for (var order : turn.orders().open()) {
            if (isOpposite(order, venue, terms)) {
                var own = order.terms().px().map(px -> new Own(name(order), venue.name(), px));
                resting = easier(resting, own, side);
            }
        }
        return new Opposites(resting, tookElsewhere(venue, terms, windowNanos));
    }

    private static boolean isOpposite(Order order, VenueId venue, Terms terms) {
        return order.ids().venue().equals(venue)
                && order.terms().side() != terms.side()
                && order.terms().symbol().equals(terms.symbol());
    }

    private static String name(Order order) {
        return order.ids().childId().toString();
    }

    private Optional<Own> tookElsewhere(VenueId venue, Terms terms, long windowNanos) {
        var now = turn.now().nanos();
        while (!taken.isEmpty() && now - taken.getFirst().nanos >= windowNanos) {
            taken.removeFirst();
        }
        Optional<Own> found = Optional.empty();
        for (var each : taken) {
            var place = each.place;
            if (each.side != terms.side()
                    && place.symbol().equals(terms.symbol())
                    && !place.venue().equals(venue)) {
                var own = new Own("order", place.venue().name(), each.px);
                found = easier(found, Optional.of(own), terms.side());
            }
        }
        return found;
    }

    /** A buy meets the lowest price first, a sale the highest. */
    private static Optional<Own> easier(Optional<Own> known, Optional<Own> other, Side side) {
        if (known.isEmpty() || other.isEmpty()) {
            return known.or(() -> other);
        }
        return other.get().px().compareTo(known.get().px()) * side.sign() < 0 ? other : known;
    }

    /** What could fill at a venue by orders in doubt, in the currency of limits; empty when that cannot be told. */
    Optional<BigDecimal> unknown(
            VenueId venue, Function<Symbol, Optional<Px>> mids, Function<String, Optional<BigDecimal>> usd) {
        var sum = BigDecimal.ZERO;
        for (var order : turn.orders().open()) {
            if (!order.isInDoubt() || !order.ids().venue().equals(venue)) {
                continue;
            }
            var symbol = order.terms().symbol();
            var px = order.terms().px().or(() -> mids.apply(symbol));
            var worth = usd.apply(symbol.quote());
            if (px.isEmpty() || worth.isEmpty()) {
                return Optional.empty();
            }
            var qty = order.worstLeavesQty().value();
            sum = sum.add(qty.multiply(px.get().value()).multiply(worth.get()));
        }
        return Optional.of(sum);
    }

    /** How many orders work under a tag. */
    int underTag(String tag) {
        var count = 0;
        for (var order : turn.orders().open()) {
            count += tag(order).filter(tag::equals).isPresent() ? 1 : 0;
        }
        return count;
    }

    private Optional<String> tag(Order order) {
        return turn.orders().parentOf(order).parent().opened().instructions().tag();
    }
}
