package sluice.engine.view;

import java.util.OptionalDouble;
import sluice.market.Regime;
import sluice.market.consolidated.MarketReading.Usual;

/**
 * How a symbol's market behaves. Immutable.
 *
 * @param fast volatility over about a minute, in basis points per square root of a second; empty while too little is
 *     known
 * @param slow the same over about half an hour
 * @param parkinson the same by the highest and lowest mid of each minute; empty before the first whole minute
 * @param usual the median spread and depth of this hour
 */
public record MarketView(
        Regime regime, OptionalDouble fast, OptionalDouble slow, OptionalDouble parkinson, Usual usual) {

    public static final MarketView UNKNOWN = new MarketView(
            Regime.CALM, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Usual.UNKNOWN);

    /** Whether the two ways of measuring are within a factor of two of each other, or cannot be compared yet. */
    public boolean isConsistent() {
        var ratio = parkinson.orElse(0) / slow.orElse(0);
        return !(ratio > 0) || Double.isInfinite(ratio) || ratio >= 0.5 && ratio <= 2;
    }
}
