package sluice.net;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Clock;
import sluice.market.VenueId;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.VenueEvent;

/**
 * Counts what a venue sent that it should not have, by feed and kind, and tells the desk: of the first at once, of what
 * follows at most once a second. Confined to its session.
 */
public final class BadFrames {

    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final VenueId venue;
    private final Clock clock;
    private final Map<Key, Tally> tallies = new LinkedHashMap<>();
    private long total;
    private boolean isNews;
    private long nextNanos;

    private record Key(Optional<Feed> feed, BadFrame kind) {}

    private static final class Tally {

        private long count;
        private boolean isNews;
        private String text = "";
    }

    public BadFrames(VenueId venue, Clock clock) {
        this.venue = venue;
        this.clock = clock;
        nextNanos = clock.nanos();
    }

    /** Of a frame or reply that nobody can tell the feed of. */
    public void count(BadFrame kind, String text) {
        count(Optional.empty(), kind, text);
    }

    /** @param text what was wrong with it, never what was in it */
    public void count(Optional<Feed> feed, BadFrame kind, String text) {
        var tally = tallies.computeIfAbsent(new Key(feed, kind), any -> new Tally());
        tally.count++;
        tally.text = text;
        tally.isNews = true;
        total++;
        isNews = true;
    }

    public long total() {
        return total;
    }

    /** Tells what is new, where that is due. */
    public void tell(Session.Out out) {
        if (!isNews || clock.nanos() - nextNanos < 0) {
            return;
        }
        isNews = false;
        nextNanos = clock.nanos() + EVERY;
        tallies.forEach((key, tally) -> {
            if (tally.isNews) {
                tally.isNews = false;
                out.emit(new VenueEvent.BadFramesCounted(
                        venue, key.feed, key.kind, tally.count, tally.text, clock.stamp()));
            }
        });
    }

    /** When there will be something to tell; the end of time while there is nothing. */
    public long dueNanos() {
        return isNews ? nextNanos : Long.MAX_VALUE;
    }
}
