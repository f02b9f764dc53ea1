package sluice.quality;

import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import sluice.market.VenueId;

/**
 * How long a step took at a venue. Immutable.
 *
 * @param p999 empty below 10,000 samples, where it would rest on fewer than ten of them
 */
public record LatencyFigures(
        VenueId venue, Step step, long count, Duration p50, Duration p99, Optional<Duration> p999, Duration max) {

    private static final long ENOUGH = 10_000;

    static LatencyFigures of(VenueId venue, Step step, AbstractHistogram nanos) {
        var count = nanos.getTotalCount();
        return new LatencyFigures(
                venue,
                step,
                count,
                at(nanos, 50),
                at(nanos, 99),
                count < ENOUGH ? Optional.empty() : Optional.of(at(nanos, 99.9)),
                Duration.ofNanos(nanos.getMaxValue()));
    }

    private static Duration at(AbstractHistogram nanos, double percentile) {
        return Duration.ofNanos(nanos.getValueAtPercentile(percentile));
    }
}
