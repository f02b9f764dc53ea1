package sluice.net.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long a venue that counts by address will not hear of ours. Safe for any thread: both sessions of the venue
 * keep to what either was told, and to what is remembered from before a restart.
 *
 * <ol>
 *   <li>Nothing leaves before the time is over; the longest that was told counts.
 *   <li>Then cancels go first: everything else waits a little longer.
 * </ol>
 *
 * <p>Monotonic time, since the wall clock may be set meanwhile and only one of the two sessions knows how far the
 * venue's is off.
 */
public final class Shutout {

    /** What a timer may be late, and enough to hand out many cancels. */
    private static final Duration HEAD_START = Duration.ofMillis(250);

    /** Binance, IP Limits: "from 2 minutes to 3 days", the longest that any venue names. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private final boolean sharesPauses;
    private final Until ban = new Until();
    private final Until pause = new Until();
    private final Until told = new Until();
    private Listener listener = (lasting, isPause) -> {};

    /** Pauses that a restart takes longer than need not be remembered over one. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    /** Is told for how long the venue will not hear of us. */
    public interface Listener {

        void heard(Duration lasting, boolean isPause);
    }

    private Shutout(boolean sharesPauses) {
        this.sharesPauses = sharesPauses;
    }

    /** A time that is over some day. */
    private static final class Until {
        private boolean isSet;
        private long nanos;

        /** Whether that makes it longer. */
        boolean extend(long until) {
            var isLonger = !isSet || until > nanos;
            nanos = isLonger ? until : nanos;
            isSet = true;
            return isLonger;
        }

        Optional<Duration> left(long now, Duration more) {
            isSet &= now < nanos + HEAD_START.toNanos();
            var left = nanos + more.toNanos() - now;
            return isSet && left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
        }
    }

    /** Where every rate limit is the address's. */
    public static Shutout ofAll() {
        return new Shutout(true);
    }

    /** Where a ban is the address's, and a rate limit the account's. */
    public static Shutout ofBans() {
        return new Shutout(false);
    }

    /** Wants to be told of each ban, and of each longer pause, on the thread that learned of it. */
    public synchronized void listen(Listener banned) {
        listener = banned;
    }

    public void ban(Duration lasting, long now) {
        var held = lasting.compareTo(LONGEST) > 0 ? LONGEST : lasting;
        if (extend(ban, held, now)) {
            listener().heard(held, false);
        }
    }

    private synchronized boolean extend(Until until, Duration lasting, long now) {
        return until.extend(now + lasting.toNanos());
    }

    private synchronized Listener listener() {
        return listener;
    }

    public void pause(Duration lasting, long now) {
        var held = lasting.compareTo(LONGEST) > 0 ? LONGEST : lasting;
        if (sharesPauses) {
            extend(pause, held, now);
        }
        if (held.compareTo(WORTH_TELLING) >= 0 && extend(told, held, now)) {
            listener().heard(held, true);
        }
    }

    /** What is left of a ban. */
    public synchronized Optional<Duration> ban(long now) {
        return ban.left(now, Duration.ZERO);
    }

    /** What is left of a pause. */
    public synchronized Optional<Duration> pause(long now) {
        return pause.left(now, Duration.ZERO);
    }

    /** How long a request has to wait for the end of either. */
    public synchronized Optional<Duration> wait(Lane lane, long now) {
        var more = lane == Lane.CANCEL ? Duration.ZERO : HEAD_START;
        var banned = ban.left(now, more);
        var paused = pause.left(now, more);
        return banned.isEmpty()
                ? paused
                : paused.filter(longer -> longer.compareTo(banned.get()) > 0).or(() -> banned);
    }
}
