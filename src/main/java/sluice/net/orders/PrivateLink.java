package sluice.net.orders;

import java.time.Duration;
import sluice.net.gate.Outlet;

/** One link for our private events, from its opening on. Confined to its session. */
final class PrivateLink<E> {

    private static final long ANSWER_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();

    private enum Phase {
        OPENING,
        GREETING,
        LIVE
    }

    private final int number;
    private final PrivateDialect<E> dialect;
    private Phase phase = Phase.OPENING;
    private long sinceNanos;
    private long heardNanos;
    private long pingedNanos;
    private boolean asked;

    PrivateLink(int number, PrivateDialect<E> dialect, long now) {
        this.number = number;
        this.dialect = dialect;
        sinceNanos = now;
        heardNanos = now;
    }

    int number() {
        return number;
    }

    PrivateDialect<E> dialect() {
        return dialect;
    }

    boolean isOpening() {
        return phase == Phase.OPENING;
    }

    boolean isGreeting() {
        return phase == Phase.GREETING;
    }

    boolean isLive() {
        return phase == Phase.LIVE;
    }

    void opened(long now) {
        phase = Phase.GREETING;
        sinceNanos = now;
        heardNanos = now;
    }

    void live(long now) {
        phase = Phase.LIVE;
        pingedNanos = now;
    }

    void heard(long now) {
        heardNanos = now;
    }

    /** Heard a frame, which answers whatever we asked. */
    void answered(long now) {
        heardNanos = now;
        asked = false;
    }

    Duration silence(long now) {
        return Duration.ofNanos(now - heardNanos);
    }

    /** Whether it did not open, or was not answered, in time. */
    boolean isUnanswered(long now) {
        return !isLive() && now - sinceNanos >= ANSWER_WITHIN_NANOS;
    }

    String waitsFor() {
        return phase.name();
    }

    boolean isSilent(long now) {
        return now - heardNanos >= dialect.pace().dead().toNanos();
    }

    /** When it is about to reach the venue's longest life. */
    long oldNanos() {
        return sinceNanos + dialect.pace().life().toNanos();
    }

    /** Asks whether the venue lives, where that is due. */
    void ping(Outlet outlet) {
        if (outlet.nanos() >= pingDueNanos()) {
            asked = true;
            pingedNanos = outlet.nanos();
            outlet.out().send(number, dialect.ping(number));
        }
    }

    private long pingDueNanos() {
        var after = dialect.pace().pingAfter().toNanos();
        if (dialect.pace().always()) {
            return pingedNanos + after;
        }
        return asked ? Long.MAX_VALUE : heardNanos + after;
    }

    /** When there will be something to do, its age apart. */
    long dueNanos() {
        return isLive()
                ? Math.min(heardNanos + dialect.pace().dead().toNanos(), pingDueNanos())
                : sinceNanos + ANSWER_WITHIN_NANOS;
    }
}
