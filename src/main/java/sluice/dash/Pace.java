package sluice.dash;

import java.util.ArrayDeque;

/**
 * When the next picture is due: soon after news, some time after the last one without any, and never more than ten
 * within a second. Confined to the dash's thread.
 *
 * <p>Without news there are fewer than ten, so that the first of it need not wait for its turn; what follows does.
 */
final class Pace {

    private static final int MOST = 10;
    private static final long SECOND = 1_000_000_000;
    private static final long QUIET_NANOS = 130_000_000;
    private static final long TURN_NANOS = 100_000_000;
    private static final long SOON_NANOS = 20_000_000;
    private static final long HASTE_NANOS = 500_000_000;

    private final ArrayDeque<Long> drawn = new ArrayDeque<>();
    private long hasty = -HASTE_NANOS;

    boolean isDue(long now, boolean hasNews) {
        while (!drawn.isEmpty() && now - drawn.peekFirst() >= SECOND) {
            drawn.removeFirst();
        }
        if (drawn.isEmpty()) {
            return true;
        }
        var since = now - drawn.peekLast();
        if (!hasNews) {
            return since >= QUIET_NANOS && drawn.size() < MOST;
        }
        var mayHaste = now - hasty >= HASTE_NANOS && drawn.size() < MOST - 1;
        return since >= (mayHaste ? SOON_NANOS : TURN_NANOS) && drawn.size() < MOST;
    }

    void drawn(long now) {
        if (!drawn.isEmpty() && now - drawn.peekLast() < TURN_NANOS) {
            hasty = now;
        }
        drawn.addLast(now);
    }
}
