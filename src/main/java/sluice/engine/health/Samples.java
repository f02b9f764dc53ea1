package sluice.engine.health;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.view.FeedView;
import sluice.engine.view.VenueView;
import sluice.engine.view.View;
import sluice.health.check.VenueSample;
import sluice.health.check.VenueSample.FeedSample;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.venue.Feed;

/** The desk's views and books as its health is judged by them. */
final class Samples {

    private static final double PERCENT = 100;

    private Samples() {}

    static List<VenueSample> of(View view, List<LiveBook> books, Stamp now) {
        var ages = ages(books, now);
        return view.venues().entrySet().stream()
                .map(venue -> sample(venue.getKey(), venue.getValue(), ages, now))
                .toList();
    }

    private static VenueSample sample(VenueId id, VenueView venue, Map<VenueId, Duration> ages, Stamp now) {
        var feeds = venue.feeds().entrySet().stream()
                .map(feed -> feed(feed.getKey(), feed.getValue(), now))
                .toList();
        return new VenueSample(id, feeds, venue.link(), Optional.ofNullable(ages.get(id)));
    }

    private static FeedSample feed(Feed feed, FeedView view, Stamp now) {
        return new FeedSample(feed, view.state(), view.age(now), view.past().drops());
    }

    /** By venue, the age of the oldest book that can be read. */
    private static Map<VenueId, Duration> ages(List<LiveBook> books, Stamp now) {
        var ages = new HashMap<VenueId, Duration>();
        for (var book : books) {
            book.read(1)
                    .map(ladder -> Duration.ofNanos(Math.max(0, now.nanos() - ladder.provenNanos())))
                    .ifPresent(age ->
                            ages.merge(book.venue(), age, (one, other) -> one.compareTo(other) >= 0 ? one : other));
        }
        return ages;
    }

    /** What of the heap was in use after it was last cleared, in percent of the most there can be. */
    static double memoryPct() {
        long used = 0;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            var cleared = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            used += cleared == null ? 0 : cleared.getUsed();
        }
        return PERCENT * used / Runtime.getRuntime().maxMemory();
    }
}
