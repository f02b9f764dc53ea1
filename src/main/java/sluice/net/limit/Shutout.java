package sluice.net.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long a venue that counts by address will not hear of ours. Safe for any thread: both sessions of the venue
 * keep to what either was told.
 *
 * <p>Monotonic time, since only one of the two knows how far the venue's clock is off.
 */
public final class Shutout {

    private final boolean sharesPauses;
    private boolean isBanned;
    private long banNanos;
    private boolean isPaused;
    private long pauseNanos;

    private Shutout(boolean sharesPauses) {
        this.sharesPauses = sharesPauses;
    }

    /** Where every rate limit is the address's. */
    public static Shutout ofAll() {
        return new Shutout(true);
    }

    /** Where a ban is the address's, and a rate limit the account's. */
    public static Shutout ofBans() {
        return new Shutout(false);
    }

    public synchronized void ban(Duration lasting, long now) {
        long until = now + lasting.toNanos();
        banNanos = isBanned ? Math.max(banNanos, until) : until;
        isBanned = true;
    }

    public synchronized void pause(Duration lasting, long now) {
        if (sharesPauses) {
            long until = now + lasting.toNanos();
            pauseNanos = isPaused ? Math.max(pauseNanos, until) : until;
            isPaused = true;
        }
    }

    /** What is left of a ban. */
    public synchronized Optional<Duration> ban(long now) {
        isBanned &= now < banNanos;
        return isBanned ? Optional.of(Duration.ofNanos(banNanos - now)) : Optional.empty();
    }

    /** What is left of a pause. */
    public synchronized Optional<Duration> pause(long now) {
        isPaused &= now < pauseNanos;
        return isPaused ? Optional.of(Duration.ofNanos(pauseNanos - now)) : Optional.empty();
    }
}
