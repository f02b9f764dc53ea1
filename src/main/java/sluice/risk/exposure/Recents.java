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

    /** Of cases, and of shelves in each: both are copied. */
    private static final int SIDE = 16;

    static final Recents NONE = new Recents(Collections.nCopies(SIDE, Collections.nCopies(SIDE, List.of())));

    private final List<List<List<Recent>>> cases;

    private record Recent(Object likeness, long atNanos) {

        boolean isWithin(long windowNanos, long nowNanos) {
            return nowNanos - atNanos < windowNanos;
        }
    }

    private Recents(List<List<List<Recent>>> cases) {
        this.cases = cases;
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
        var place = place(likeness);
        var shelves = new ArrayList<>(cases.get(place / SIDE));
        shelves.set(place % SIDE, kept);
        var others = new ArrayList<>(cases);
        others.set(place / SIDE, shelves);
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
        var place = place(likeness);
        return cases.get(place / SIDE).get(place % SIDE);
    }

    private static int place(Object likeness) {
        var hash = likeness.hashCode();
        return (hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24) & SIDE * SIDE - 1;
    }
}
