package sluice.routing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.VenueId;

/**
 * Where an order goes, where not, and why. Immutable.
 *
 * @param legs by venue name
 * @param rest what goes nowhere now; empty when everything does
 * @param exact whether no other split of the displayed books could be cheaper
 */
public record RoutePlan(List<Leg> legs, List<LeftOut> leftOut, Optional<Rest> rest, Optional<Px> mid, boolean exact) {

    /**
     * What one venue gets.
     *
     * @param qty to be sent, on the venue's lot
     * @param takeQty of that, what the displayed book would fill at once
     * @param limitPx to be sent, on the venue's tick
     * @param avgPx expected over {@code takeQty}; the limit where nothing is taken
     * @param fee expected, in the quote asset
     * @param terms what a unit costs, piece by piece
     */
    public record Leg(VenueId venue, Qty qty, Qty takeQty, Px limitPx, Px avgPx, Money fee, List<CostTerm> terms) {

        public Leg {
            terms = List.copyOf(terms);
        }

        /** All-in cost against the mid, in basis points; positive is cost. */
        public BigDecimal effectiveBps() {
            return terms.stream().map(CostTerm::bps).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A venue that gets nothing, and why, as a sentence. */
    public record LeftOut(VenueId venue, String reason) {}

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
