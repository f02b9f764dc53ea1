package sluice.market.consolidated;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * The books of all trusted venues as one, without fees, best levels first. Immutable.
 *
 * @param mid empty while no venue is trusted
 * @param spread best ask less best bid; negative while venues cross each other
 * @param places those it is made of
 */
public record ConsolidatedBook(
        Optional<Px> mid,
        Optional<Px> spread,
        List<VenueLevel> bids,
        List<VenueLevel> asks,
        List<Place> places,
        List<Excluded> excluded) {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    /** A book that was left out. */
    public record Excluded(Place place, Why why) {}

    /** Why a venue's book cannot be trusted. */
    public enum Why {
        STALE,
        ONE_SIDED,
        CROSSED,
        OUTLIER
    }

    public ConsolidatedBook {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        places = List.copyOf(places);
        excluded = List.copyOf(excluded);
    }

    /** Whether a venue bids more than another one asks. */
    public boolean isCrossed() {
        return spread.filter(px -> px.value().signum() < 0).isPresent();
    }

    /** Whether that is by more than so many basis points of the mid. */
    public boolean isCrossedBeyond(BigDecimal bps) {
        return isCrossed() && !isWithin(bids.get(0).px(), asks.get(0).px(), bps);
    }

    /** The same with a mid that was taken from more of the books. */
    public ConsolidatedBook withMid(Optional<Px> better) {
        return better.isEmpty() ? this : new ConsolidatedBook(better, spread, bids, asks, places, excluded);
    }

    /** What stands on both sides within so many basis points of the mid. */
    public Qty depthWithin(BigDecimal bps) {
        return mid.map(px -> depth(bids, px, bps).plus(depth(asks, px, bps))).orElse(Qty.ZERO);
    }

    private static Qty depth(List<VenueLevel> levels, Px mid, BigDecimal bps) {
        var sum = Qty.ZERO;
        for (var level : levels) {
            if (isWithin(level.px(), mid, bps)) {
                sum = sum.plus(level.qty());
            }
        }
        return sum;
    }

    static boolean isWithin(Px px, Px from, BigDecimal bps) {
        var distance = px.value().subtract(from.value()).abs();
        return distance.multiply(BPS).compareTo(bps.multiply(from.value())) <= 0;
    }
}
