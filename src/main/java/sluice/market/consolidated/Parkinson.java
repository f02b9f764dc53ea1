package sluice.market.consolidated;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import sluice.market.Px;

/**
 * Volatility from the highest and lowest mid of each minute over the last half hour: a second opinion on
 * {@link Volatility}. Immutable.
 *
 * @param variances of whole bars, oldest first
 * @param high of the bar being built; 0 when none is
 */
public record Parkinson(List<Double> variances, double high, double low, long startedNanos) {

    public static final Parkinson UNKNOWN = new Parkinson(List.of(), 0, 0, 0);

    private static final int BARS = 30;
    private static final double SECONDS = 60;

    public Parkinson {
        variances = List.copyOf(variances);
    }

    public Parkinson after(Px mid, long nanos) {
        var px = mid.value().doubleValue();
        if (high == 0) {
            return new Parkinson(variances, px, px, nanos);
        }
        return nanos - startedNanos < SECONDS * 1e9
                ? new Parkinson(variances, Math.max(high, px), Math.min(low, px), startedNanos)
                : new Parkinson(closed(), px, px, nanos);
    }

    private List<Double> closed() {
        var range = 1e4 * Math.log(high / low);
        var bars = new ArrayList<>(variances);
        bars.add(range * range / (4 * Math.log(2) * SECONDS));
        return bars.size() > BARS ? bars.subList(1, bars.size()) : bars;
    }

    /** In basis points per square root of a second; empty before the first whole bar. */
    public OptionalDouble sigma() {
        var mean = variances.stream().mapToDouble(Double::doubleValue).average();
        return mean.isPresent() ? OptionalDouble.of(Math.sqrt(mean.getAsDouble())) : mean;
    }

    /** Whether the other estimate is within a factor of two of this one, or there is nothing to compare yet. */
    public boolean agreesWith(double other) {
        var mine = sigma().orElse(0);
        return mine == 0 || other == 0 || mine / other >= 0.5 && mine / other <= 2;
    }
}
