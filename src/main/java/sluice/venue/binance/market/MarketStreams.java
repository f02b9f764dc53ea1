package sluice.venue.binance.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sluice.net.Session.Out;
import sluice.net.limit.Backoff;
import sluice.venue.FeedReason;

/**
 * The connection that carries all streams, and for some seconds its successor: a new one is opened before an old one is
 * given up, and what both carry is taken once, by its update ids.
 *
 * <p>web-socket-streams.md, "General WSS information": "A single connection is only valid for 24 hours"; "The WebSocket
 * server will send a ping frame every 20 seconds"; {@code serverShutdown} announces an end. Confined to its session.
 */
final class MarketStreams {

    /** Both connections are read for so long before the old one is closed. */
    private static final long OVERLAP = Duration.ofSeconds(5).toNanos();

    private static final class Stream {

        private final int link;
        private final long bornNanos;
        private boolean open;
        private boolean ending;
        private long openedNanos;
        private long heardNanos;

        private Stream(int link, long bornNanos) {
            this.link = link;
            this.bornNanos = bornNanos;
        }
    }

    private final MarketSettings.Pace pace;
    private final Backoff backoff;
    private final List<Stream> streams = new ArrayList<>();
    private String url = "";
    private int links;
    private long retryAt;
    private FeedReason why = FeedReason.STARTED;
    private String ended = "";

    MarketStreams(MarketSettings settings, SplittableRandom random) {
        pace = settings.pace();
        backoff = new Backoff(settings.backoff(), random);
    }

    /** Connects to this from now on. */
    void start(String streamsUrl, long now, Out out) {
        url = streamsUrl;
        connect(now, out);
    }

    boolean isStarted() {
        return !url.isEmpty();
    }

    /** Whether something carries our streams. */
    boolean isOpen() {
        return streams.stream().anyMatch(stream -> stream.open);
    }

    /** Why the last connection ended. */
    String ended() {
        return ended;
    }

    FeedReason why() {
        return why;
    }

    /** The connection to talk on: the newest open one; there must be one. */
    int link() {
        return streams.stream()
                .filter(stream -> stream.open)
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .link;
    }

    /** False when it was given up before. */
    boolean opened(int link, long now) {
        for (var stream : streams) {
            if (stream.link == link) {
                stream.open = true;
                stream.openedNanos = now;
                stream.heardNanos = now;
                backoff.connected(now);
                return true;
            }
        }
        return false;
    }

    /** Something came on this connection; false when it was given up before. */
    boolean heard(int link, long now) {
        for (var stream : streams) {
            if (stream.link == link) {
                stream.heardNanos = now;
                return true;
            }
        }
        return false;
    }

    /** The venue said that this connection will end. */
    void ending(int link) {
        for (var stream : streams) {
            stream.ending |= stream.link == link;
        }
    }

    void closed(int link, FeedReason reason, String text, long now) {
        if (streams.removeIf(stream -> stream.link == link)) {
            why = reason;
            ended = text;
            retryAt = backoff.next(now);
        }
    }

    /** Something is wrong with what this connection carries. */
    void giveUp(int link, FeedReason reason, String text, long now, Out out) {
        closed(link, reason, text, now);
        out.close(link);
    }

    /** Does what is due; answers whether a first connection was begun. */
    boolean tick(long now, Out out) {
        for (var stream : List.copyOf(streams)) {
            if (!stream.open && now - stream.bornNanos >= pace.deadline().toNanos()) {
                giveUp(
                        stream.link,
                        FeedReason.NO_ANSWER,
                        "the connection did not open in " + said(pace.deadline()),
                        now,
                        out);
            } else if (stream.open && now - stream.heardNanos >= pace.silence().toNanos()) {
                giveUp(stream.link, FeedReason.SILENT, "nothing was heard for " + said(pace.silence()), now, out);
            }
        }
        if (streams.size() == 2 && handedOver(now)) {
            out.close(streams.remove(0).link);
        }
        boolean none = streams.isEmpty();
        if (isStarted() && now - retryAt >= 0 && (none || streams.size() == 1 && isAging(streams.get(0), now))) {
            connect(now, out);
            return none;
        }
        return false;
    }

    /** When there will be something to do. */
    long due(long now) {
        long due = now + pace.silence().toNanos();
        for (var stream : streams) {
            due = Math.min(
                    due,
                    stream.open
                            ? stream.heardNanos + pace.silence().toNanos()
                            : stream.bornNanos + pace.deadline().toNanos());
        }
        if (streams.isEmpty()) {
            return isStarted() ? retryAt : due;
        }
        if (streams.size() == 2) {
            return streams.get(1).open ? Math.min(due, streams.get(1).openedNanos + OVERLAP) : due;
        }
        var only = streams.get(0);
        long old = only.ending ? now : only.openedNanos + pace.life().toNanos();
        return only.open ? Math.min(due, Math.max(old, retryAt)) : due;
    }

    private void connect(long now, Out out) {
        links++;
        streams.add(new Stream(links, now));
        out.open(links, url);
    }

    private boolean isAging(Stream stream, long now) {
        return stream.open
                && (stream.ending || now - stream.openedNanos >= pace.life().toNanos());
    }

    private boolean handedOver(long now) {
        var successor = streams.get(1);
        return successor.open && now - successor.openedNanos >= OVERLAP;
    }

    private static String said(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
