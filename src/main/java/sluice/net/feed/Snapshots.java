package sluice.net.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.net.limit.Backoff;

/**
 * Which books want a snapshot, and when each may be asked for: few at once, later after every failure. Confined to its
 * session.
 */
final class Snapshots {

    private static final int AT_ONCE = 2;

    /** A book that stayed whole for so long has nothing to do with its last trouble. */
    private static final Duration LASTED = Duration.ofSeconds(10);

    private static final class Want {

        private final Backoff backoff;
        private boolean tried;
        private boolean open;
        private long dueNanos;

        private Want(Backoff backoff) {
            this.backoff = backoff;
        }
    }

    private final Backoff.Settings pace;
    private final SplittableRandom random;
    private final Map<Kept, Want> wants = new LinkedHashMap<>();
    private final Map<Long, Kept> asked = new HashMap<>();

    Snapshots(Backoff.Settings backoff, SplittableRandom random) {
        var lasted = backoff.lasted().compareTo(LASTED) < 0 ? backoff.lasted() : LASTED;
        pace = new Backoff.Settings(backoff.first(), backoff.cap(), lasted);
        this.random = random;
    }

    /** A book's first snapshot is asked for at once, later ones when its trouble allows. */
    void want(Kept kept, long now) {
        var want = of(kept);
        if (!want.open && !asked.containsValue(kept)) {
            want.dueNanos = want.tried ? want.backoff.next(now) : now;
            want.tried = true;
            want.open = true;
        }
    }

    /** It did not work; again, but later. */
    void again(Kept kept, long now) {
        var want = of(kept);
        want.open = true;
        want.dueNanos = want.backoff.next(now);
    }

    /** Nobody waits for this any more: what is still answered is of yesterday. */
    void forget(Kept kept) {
        of(kept).open = false;
        asked.values().removeIf(kept::equals);
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
        of(kept).open = false;
        asked.put(call, kept);
    }

    /** Whose snapshot this call was for, unless it was forgotten. */
    Optional<Kept> answered(long call) {
        return Optional.ofNullable(asked.remove(call));
    }

    /** Asked for in a way that has no answer of its own: the stream brings it. */
    void asked(Kept kept) {
        of(kept).open = false;
    }

    /** The book is whole. */
    void whole(Kept kept, long now) {
        of(kept).backoff.connected(now);
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

    private Want of(Kept kept) {
        return wants.computeIfAbsent(kept, any -> new Want(new Backoff(pace, random.split())));
    }
}
