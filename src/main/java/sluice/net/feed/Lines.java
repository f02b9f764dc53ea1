package sluice.net.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.net.Session.Out;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/** All connections of a session, and what their fates mean for the books they carry. Confined to its session. */
final class Lines implements Line.Watch {

    private final MarketDialect dialect;
    private final MarketSettings settings;
    private final Dials dials;
    private final Books books;
    private final SplittableRandom random;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Line, Long> probed = new HashMap<>();

    /**
     * Where connections were found last, those that were given up meanwhile included: it is asked for every message.
     */
    private final Map<Integer, Line> found = new HashMap<>();

    Lines(MarketDialect dialect, MarketSettings settings, Dials dials, Books books, SplittableRandom random) {
        this.dialect = dialect;
        this.settings = settings;
        this.dials = dials;
        this.books = books;
        this.random = random;
    }

    boolean areStarted() {
        return !lines.isEmpty();
    }

    /** Connects from now on. */
    void start(long now) {
        var shared = new Line.Shared(dialect, settings, dials, this);
        for (var subscription : dialect.subscriptions()) {
            var line = new Line(subscription, shared, random.split());
            lines.add(line);
            line.start(now);
        }
    }

    /** The line of a connection that was not given up. */
    Optional<Line> find(int link) {
        var line = found.get(link);
        return line != null && line.find(link).isPresent() ? Optional.of(line) : search(link);
    }

    private Optional<Line> search(int link) {
        found.remove(link);
        for (var line : lines) {
            if (line.find(link).isPresent()) {
                found.put(link, line);
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Nothing that was open can be trusted. */
    void giveUpAll(Vigil.Alarm alarm, long now, Out out) {
        lines.forEach(line -> line.giveUpAll(alarm.reason(), alarm.text(), now, out));
    }

    /** Does everything that is due. */
    void tick(long now, Out out) {
        for (var line : lines) {
            line.tick(now, out);
            books.overdue(line, now).ifPresent(kept -> owed(line, now, out));
            line.newest().ifPresent(carrier -> probe(line, carrier, now, out));
        }
        books.ask(kept -> again(kept, now, out), now, out);
    }

    private void owed(Line line, long now, Out out) {
        var text = "no snapshot came in " + settings.pace().deadline().toMillis() + " ms";
        line.newest()
                .ifPresent(carrier ->
                        line.giveUp(carrier.link(), FeedReason.SNAPSHOT_FAILED, text, FeedState.BACKING_OFF, now, out));
    }

    /** A book without news may be quiet or forgotten: the venue is asked whether it still sends it. */
    private void probe(Line line, Carrier carrier, long now, Out out) {
        long quiet = settings.pace().quiet().toNanos();
        boolean isDue = now - probed.getOrDefault(line, carrier.openedNanos()) >= quiet;
        if (isDue && books.isQuietSince(line, now - quiet)) {
            probed.put(line, now);
            dialect.probe(now & Long.MAX_VALUE).ifPresent(frame -> carrier.say(frame, now, out));
        }
    }

    /** The stream is to bring this book's snapshot again. */
    private void again(Kept kept, long now, Out out) {
        var frames = dialect.resubscribe(kept.number);
        lines.stream()
                .filter(line -> line.subscription().books().contains(kept.number))
                .forEach(line -> line.newest().ifPresent(carrier -> again(line, carrier, frames, now, out)));
    }

    private void again(Line line, Carrier carrier, List<String> frames, long now, Out out) {
        if (frames.isEmpty()) {
            var text = "only a new connection brings a new snapshot";
            line.giveUp(carrier.link(), FeedReason.SEQUENCE_GAP, text, FeedState.GAPPED, now, out);
        } else {
            frames.forEach(frame -> carrier.say(frame, now, out));
        }
    }

    /** When there will be something to do. */
    long due(long now) {
        long due = books.due();
        for (var line : lines) {
            due = Math.min(due, line.due(now));
            if (line.isOpen()) {
                due = Math.min(due, now + settings.pace().quiet().toNanos());
            }
        }
        return due;
    }

    @Override
    public void connecting(Line line, Out out) {
        tell(line, FeedState.CONNECTING, line.why(), line.ended(), out);
    }

    @Override
    public void held(Line line, boolean isBanned, Out out) {
        var reason = isBanned ? FeedReason.BANNED : FeedReason.RATE_LIMITED;
        var state = isBanned ? FeedState.BANNED : FeedState.BACKING_OFF;
        tell(line, state, reason, "no connection may be opened now", out);
    }

    @Override
    public void lost(Line line, int link, FeedState state, Out out) {
        boolean none = !line.isOpen();
        for (var kept : books.of(line)) {
            if (none || books.follows(kept, link)) {
                books.lost(kept, line.why(), state, line.ended(), out);
            }
            if (none) {
                books.board().tell(kept.trades(), state, line.why(), line.ended(), out);
            }
        }
    }

    @Override
    public boolean hasTakenOver(Line line, int link) {
        return books.of(line).stream().allMatch(kept -> books.hasTakenOver(kept, link));
    }

    private void tell(Line line, FeedState state, FeedReason reason, String text, Out out) {
        for (var kept : books.of(line)) {
            books.tell(kept, state, reason, text, out);
            books.board().tell(kept.trades(), state, reason, text, out);
        }
    }
}
