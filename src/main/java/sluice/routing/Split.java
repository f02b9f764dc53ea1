package sluice.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.market.Qty;

/**
 * The cheapest way to take a quantity from several ladders: always the cheapest unit next.
 *
 * <p>Optimal where ladders get dearer with depth, lots are common and nothing has a minimum; a cheaper split would have
 * to swap a unit for one that was passed over for being dearer.
 */
final class Split {

    private Split() {}

    /** Takes from the offers as much of the quantity as they have; what is left is returned. */
    static Qty take(List<Offer> offers, Qty qty) {
        var left = qty;
        while (left.isPositive()) {
            var tied = cheapest(offers, left);
            if (tied.isEmpty()) {
                return left;
            }
            left = left.minus(takeAll(tied, left));
        }
        return left;
    }

    /** Of offers at one price those in use come first, then the deepest, so that few venues are needed. */
    private static Qty takeAll(List<Offer> tied, Qty wanted) {
        var left = wanted;
        var order = Comparator.comparing((Offer offer) -> offer.taken().isZero())
                .thenComparing(offer -> offer.chunk(wanted), Comparator.reverseOrder())
                .thenComparing(offer -> offer.place());
        for (var offer : tied.stream().sorted(order).toList()) {
            var qty = offer.chunk(left);
            offer.take(qty);
            left = left.minus(qty);
        }
        return wanted.minus(left);
    }

    private static List<Offer> cheapest(List<Offer> offers, Qty wanted) {
        var tied = new ArrayList<Offer>();
        var best = BigDecimal.ZERO;
        for (var offer : offers) {
            var chunk = offer.chunk(wanted);
            if (chunk.isZero()) {
                continue;
            }
            var marginal = offer.marginal(chunk);
            var order = tied.isEmpty() ? -1 : marginal.compareTo(best);
            if (order < 0) {
                tied.clear();
                best = marginal;
            }
            if (order <= 0) {
                tied.add(offer);
            }
        }
        return tied;
    }
}
