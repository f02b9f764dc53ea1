package sluice.net.time;

import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** How long requests take, as a distribution to two digits, up to a minute. Confined to its session. */
public final class RoundTrips {

    private static final long MICROS_PER_MINUTE = 60_000_000;

    private final Histogram micros = new Histogram(MICROS_PER_MINUTE, 2);

    public void add(Duration took) {
        micros.recordValue(Math.max(0, Math.min(took.toNanos() / 1_000, MICROS_PER_MINUTE)));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** Empty before the first. */
    public Optional<Duration> p50() {
        return at(50);
    }

    public Optional<Duration> p99() {
        return at(99);
    }

    private Optional<Duration> at(double percentile) {
        return count() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(micros.getValueAtPercentile(percentile) * 1_000));
    }
}
