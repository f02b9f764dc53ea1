package sluice.venue.binance.market;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.venue.binance.market.MarketFeeds.Kept;

/**
 * Which books want a snapshot, and when each may be asked for: few at once, later after every failure. Confined to its
 * session.
 */
final class Snapshots {

    private static final int AT_ONCE = 2;

    /** A book that stayed whole for so long has nothing to do with its last trouble. */
    private static final long CALM_NANOS = 10_000_000_000L;

    private static final class Want {

        private final Retry retry;
        private boolean open;
        private long dueNanos;
        private boolean tried;
        private boolean whole;
        private long wholeNanos;

        private Want(Retry retry) {
            this.retry = retry;
        }
    }

    private final SplittableRandom random;
    private final Map<Kept, Want> wants = new LinkedHashMap<>();
    private final Map<Long, Kept> asked = new HashMap<>();

    Snapshots(SplittableRandom random) {
        this.random = random;
    }

    /** A book's first try is at once, and so is the next after a calm time. */
    void want(Kept kept, long now) {
        var want = wants.computeIfAbsent(kept, any -> new Want(new Retry(random.split())));
        if (want.open || asked.containsValue(kept)) {
            return;
        }
        boolean calm = !want.tried || want.whole && now - want.wholeNanos >= CALM_NANOS;
        if (calm) {
            want.retry.reset();
        }
        want.dueNanos = calm ? now : want.retry.after(now);
        want.tried = true;
        want.whole = false;
        want.open = true;
    }

    /** It did not work; again, but later. */
    void again(Kept kept, long now) {
        var want = wants.get(kept);
        want.open = true;
        want.dueNanos = want.retry.after(now);
    }

    /** Nobody waits for anything any more: what is still answered is of yesterday. */
    void forget() {
        wants.values().forEach(want -> want.open = false);
        asked.clear();
    }

    /** The next to ask for, if one is due and not too many are on their way. */
    Optional<Kept> next(long now) {
        if (asked.size() >= AT_ONCE) {
            return Optional.empty();
        }
        return wants.entrySet().stream()
                .filter(entry -> entry.getValue().open && now - entry.getValue().dueNanos >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void asked(Kept kept, long call) {
        wants.get(kept).open = false;
        asked.put(call, kept);
    }

    /** Whose snapshot this call was for, unless it was forgotten. */
    Optional<Kept> answered(long call) {
        return Optional.ofNullable(asked.remove(call));
    }

    /** The book is whole. */
    void whole(Kept kept, long now) {
        wants.get(kept).whole = true;
        wants.get(kept).wholeNanos = now;
    }

    /** When the next is due; empty while none is wanted or enough are on their way. */
    Optional<Long> due() {
        if (asked.size() >= AT_ONCE) {
            return Optional.empty();
        }
        return wants.values().stream()
                .filter(want -> want.open)
                .map(want -> want.dueNanos)
                .min(Long::compare);
    }
}
