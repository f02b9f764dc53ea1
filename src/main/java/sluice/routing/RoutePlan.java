package sluice.routing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * Where an order goes, where not, and why. Immutable.
 *
 * @param legs by venue and symbol
 * @param rest what goes nowhere now; empty when everything does
 * @param exact whether no other split of the displayed books could be cheaper
 */
public record RoutePlan(List<Leg> legs, List<LeftOut> leftOut, Optional<Rest> rest, Optional<Px> mid, boolean exact) {

    /**
     * What one place gets.
     *
     * @param qty to be sent, on the venue's lot
     * @param limitPx to be sent, on the venue's tick and in its quote
     * @param terms what a unit costs, piece by piece
     */
    public record Leg(Place place, Qty qty, Px limitPx, Take take, List<CostTerm> terms) {

        public Leg {
            terms = List.copyOf(terms);
        }

        public VenueId venue() {
            return place.venue();
        }

        public Symbol symbol() {
            return place.symbol();
        }

        /** All-in cost against the mid, in basis points; positive is cost. */
        public BigDecimal effectiveBps() {
            return CostTerm.sum(terms);
        }
    }

    /**
     * What the displayed book would give at once, in the venue's own quote.
     *
     * @param depth what stands there inside the limit
     * @param avgPx expected over {@code qty}; the limit where nothing is taken
     * @param effectivePx the same with the fee
     * @param fee expected
     */
    public record Take(Qty qty, Qty depth, Px avgPx, Px effectivePx, Money fee) {}

    /** A place that gets nothing, and why, as a sentence. */
    public record LeftOut(Place place, String reason) {}

    /** What goes nowhere now, and why. */
    public record Rest(Qty qty, Why why, String text) {}

    /** Why something goes nowhere. */
    public enum Why {
        /** No venue takes part. */
        NO_VENUE,
        /** Nothing more stands inside the limit. */
        LIMIT,
        /** So little stands inside the limit that the order should be worked over time. */
        THIN,
        /** Balances or bounds allow no more. */
        CAP,
        /** What is left is below every venue's minimum. */
        MINIMUM,
        /** What is left is less than a lot. */
        LOT,
        /** It would take liquidity everywhere, and is post-only. */
        WOULD_TAKE,
        /** No single venue can fill all of it, and it is fill-or-kill. */
        NOT_WHOLE
    }

    public RoutePlan {
        legs = List.copyOf(legs);
        leftOut = List.copyOf(leftOut);
    }

    public Qty routedQty() {
        return legs.stream().map(Leg::qty).reduce(Qty.ZERO, Qty::plus);
    }

    public boolean isThin() {
        return rest.filter(left -> left.why() == Why.THIN).isPresent();
    }
}
