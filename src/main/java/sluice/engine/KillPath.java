package sluice.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.market.VenueId;

/**
 * The way to the venues that needs no desk: connections of its own, and of the journal nothing but what tells our
 * orders from others. Safe for any thread.
 */
public interface KillPath {

    /**
     * Cancels ours at every venue, again and again, until each venue's lists of open orders prove empty of them, as its
     * manifest says what proves that, or the patience ends; a drill asks for the lists and measures, and cancels
     * nothing. Blocks until all venues are done.
     */
    Swept sweep(boolean drill, Duration patience);

    /** Leaves word beside the journal for the desk that holds it, which kills as soon as it sees it. */
    void leaveWord(String who);

    /** What was found and done at each venue. Immutable. */
    record Swept(List<At> venues) {

        public static final Swept NOTHING = new Swept(List.of());

        public Swept {
            venues = List.copyOf(venues);
        }

        /** Whether every venue was proven empty of ours. */
        public boolean isProven() {
            return venues.stream().allMatch(At::isProven);
        }
    }

    /**
     * One venue.
     *
     * @param cancelled ours that it showed and shows no more; in a drill, ours that it shows
     * @param left ours that it still showed when the patience ended
     * @param others orders on the account that are not ours, which stay untouched
     * @param doubt why ours may work there all the same; {@link Doubt#NONE} once that is ruled out
     */
    record At(
            VenueId venue, List<String> cancelled, List<String> left, List<String> others, Doubt doubt, Duration took) {

        public At {
            cancelled = List.copyOf(cancelled);
            left = List.copyOf(left);
            others = List.copyOf(others);
        }

        public boolean isProven() {
            return left.isEmpty() && doubt.equals(Doubt.NONE);
        }
    }

    /**
     * What keeps an empty list from being proof. Immutable.
     *
     * @param trouble why the venue could not be asked, or not to the end
     * @param unproven what its answers leave open
     */
    record Doubt(Optional<String> trouble, Optional<String> unproven) {

        public static final Doubt NONE = new Doubt(Optional.empty(), Optional.empty());

        public static Doubt trouble(String why) {
            return new Doubt(Optional.of(why), Optional.empty());
        }
    }
}
