package sluice.app.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.app.venue.relay.Relay;
import sluice.health.FeedRecord;
import sluice.market.VenueId;
import sluice.report.venues.FeedTurns;
import sluice.venue.Feed;
import sluice.venue.Venue;
import sluice.venue.VenueEvent;

/**
 * Writes every change of a feed's state to a file, a line of JSON each: why, how long it had been up, and how long it
 * took to recover. Safe for any thread.
 *
 * <p>What came that should not have is said in the program's own log: once for each feed and kind, and hourly at most.
 *
 * <p>A log that cannot be written stops no feed: that is said once, in the program's own log.
 */
public final class FeedLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);
    private static final Duration SAID_AGAIN = Duration.ofHours(1);

    private final Path path;
    private final RollingFile file;
    private final Map<String, FeedRecord> records = new HashMap<>();
    private final Map<String, Instant> said = new HashMap<>();
    private boolean failed;

    public FeedLog(Path path) {
        this.path = path;
        file = new RollingFile(path);
    }

    /** The venue, with what it tells of its feeds written down on the way. */
    public Venue over(Venue venue) {
        return new Relay(venue, UnaryOperator.identity(), this::noting);
    }

    private Consumer<VenueEvent> noting(Consumer<VenueEvent> inbox) {
        return event -> {
            inbox.accept(event);
            if (event instanceof VenueEvent.FeedChanged change) {
                note(change);
            } else if (event instanceof VenueEvent.BadFramesCounted counted) {
                say(counted);
            }
        };
    }

    private synchronized void note(VenueEvent.FeedChanged change) {
        var key = key(change.venue(), change.feed());
        var known = records.get(key);
        var turn = (known == null ? FeedRecord.of(change) : known).turn(change);
        records.put(key, known == null ? FeedRecord.of(change) : known.after(change));
        try {
            file.append(FeedTurns.line(turn) + "\n");
        } catch (IOException | UncheckedIOException e) {
            complain(e);
        }
    }

    /**
     * Once a kind, and again at most after {@link #SAID_AGAIN}: a venue that sends nothing else would fill the disk.
     */
    private synchronized void say(VenueEvent.BadFramesCounted counted) {
        var key = counted.venue() + " " + counted.feed() + " " + counted.kind();
        var before = said.get(key);
        if (before != null && Duration.between(before, counted.at().at()).compareTo(SAID_AGAIN) < 0) {
            return;
        }
        said.put(key, counted.at().at());
        LOG.warn(
                "{}: {} of {}, {} so far: {}",
                counted.venue(),
                counted.kind(),
                counted.feed().map(Feed::toString).orElse("its market data"),
                counted.count(),
                counted.text());
    }

    private static String key(VenueId venue, Feed feed) {
        return venue + " " + feed;
    }

    private void complain(Exception e) {
        if (!failed) {
            failed = true;
            LOG.warn("the feed log {} cannot be written: {}", path, e.toString());
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            complain(e);
        }
    }
}
