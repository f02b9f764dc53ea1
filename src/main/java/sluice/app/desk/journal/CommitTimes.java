package sluice.app.desk.journal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long the last commits took. One thread adds; safe for any to ask, who then sees the newest or nearly so. */
final class CommitTimes {

    private static final int KEPT = 512;

    private final AtomicLongArray nanos = new AtomicLongArray(KEPT);
    private final AtomicLong count = new AtomicLong();

    void add(long took) {
        nanos.setRelease((int) (count.get() % KEPT), took);
        count.setRelease(count.get() + 1);
    }

    /** Empty before the first. */
    Optional<Duration> p99() {
        var known = (int) Math.min(KEPT, count.get());
        if (known == 0) {
            return Optional.empty();
        }
        var sorted = new long[known];
        for (int i = 0; i < known; i++) {
            sorted[i] = nanos.get(i);
        }
        Arrays.sort(sorted);
        return Optional.of(Duration.ofNanos(sorted[(int) Math.ceil(known * 0.99) - 1]));
    }
}
