package sluice.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import sluice.market.Px;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.sim.Listing;

/** What is traded, and where. Immutable. */
record Goods(Symbol symbol, List<SimulatedVenue> venues) {

    /** A step that is one at each of the venues. */
    BigDecimal coarsest(Function<Listing, BigDecimal> step) {
        return venues.stream()
                .map(venue -> step.apply(venue.listing(symbol)))
                .reduce(BigDecimal::max)
                .orElseThrow();
    }

    /** So many basis points beyond the mid; negative is on our own side of it. */
    Px px(Side side, int bps) {
        var mid = venues.get(0).mid(symbol).value();
        var far = mid.multiply(BigDecimal.valueOf((long) bps * side.sign(), 4));
        var tick = coarsest(Listing::tick);
        return new Px(mid.add(far).divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick));
    }
}
