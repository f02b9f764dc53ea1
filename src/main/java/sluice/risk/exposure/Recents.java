package sluice.risk.exposure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The latest orders, to tell repetition. Immutable.
 *
 * <p>They stand in shelves by their likeness, so that an order looks at, and copies, a small share of them.
 */
final class Recents {

    private static final int SHELVES = 256;

    static final Recents NONE = new Recents(Collections.nCopies(SHELVES, List.of()));

    private final List<List<Recent>> shelves;

    private record Recent(Object likeness, long atNanos) {

        boolean isWithin(long windowNanos, long nowNanos) {
            return nowNanos - atNanos < windowNanos;
        }
    }

    private Recents(List<List<Recent>> shelves) {
        this.shelves = shelves;
    }

    /** With one more; those of its shelf that are past the window are forgotten. */
    Recents plus(Object likeness, long windowNanos, long nowNanos) {
        var kept = new ArrayList<Recent>();
        for (var recent : shelf(likeness)) {
            if (recent.isWithin(windowNanos, nowNanos)) {
                kept.add(recent);
            }
        }
        kept.add(new Recent(likeness, nowNanos));
        var others = new ArrayList<>(shelves);
        others.set(place(likeness), kept);
        return new Recents(others);
    }

    /** How many of the same likeness there were within the window. */
    int alike(Object likeness, long windowNanos, long nowNanos) {
        var count = 0;
        for (var recent : shelf(likeness)) {
            if (recent.isWithin(windowNanos, nowNanos) && recent.likeness.equals(likeness)) {
                count++;
            }
        }
        return count;
    }

    private List<Recent> shelf(Object likeness) {
        return shelves.get(place(likeness));
    }

    private static int place(Object likeness) {
        var hash = likeness.hashCode();
        return (hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24) & SHELVES - 1;
    }
}
