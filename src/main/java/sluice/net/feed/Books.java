package sluice.net.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.book.Book;
import sluice.net.BadFrames;
import sluice.net.HttpOutcome;
import sluice.net.Session.Out;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.text.Flaw;
import sluice.net.text.MalformedFrameException;
import sluice.venue.BadFrame;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

/**
 * Keeps the books: updates in, snapshots taken when one is missing, and every change of state told. Confined to its
 * session.
 */
final class Books {

    private final MarketDialect dialect;
    private final MarketSettings settings;
    private final Clock clock;
    private final PublicRest rest;
    private final BadFrames bad;
    private final FeedBoard board;
    private final Optional<SnapshotSource> source;
    private final Snapshots snapshots;
    private final List<Kept> books = new ArrayList<>();

    Books(
            MarketDialect dialect,
            MarketSettings settings,
            Clock clock,
            PublicRest rest,
            BadFrames bad,
            SplittableRandom random) {
        this.dialect = dialect;
        this.settings = settings;
        this.clock = clock;
        this.rest = rest;
        this.bad = bad;
        board = new FeedBoard(settings.venue(), clock);
        source = dialect.snapshots();
        snapshots = new Snapshots(settings.backoff(), random);
    }

    FeedBoard board() {
        return board;
    }

    List<Kept> all() {
        return books;
    }

    Kept at(int number) {
        return books.get(number);
    }

    List<Kept> of(Line line) {
        return line.subscription().books().stream().map(books::get).toList();
    }

    /** Where this book's feed stands. */
    void tell(Kept kept, FeedState state, FeedReason reason, String text, Out out) {
        kept.toldLive = state == FeedState.LIVE;
        board.tell(kept.books(), state, reason, text, out);
    }

    /** Begins to keep a book. */
    void open(Instrument instrument, Out out) {
        int number = books.size();
        dialect.keep(number, instrument);
        var book = new Book(settings.venue(), instrument.symbol());
        books.add(new Kept(number, instrument, new BookFeed(number, book, dialect.rule(), source, step -> {})));
        out.emit(new VenueEvent.BookOpened(settings.venue(), book, clock.stamp()));
    }

    /** Takes the update that was just read from a frame; answers whether all is well with its book. */
    boolean take(DepthUpdate update, int link, String frame, long now, Out out) {
        var kept = books.get(update.book());
        long expected = kept.feed.expected();
        var step = kept.feed.take(update, link, frame, now);
        kept.provenNanos = now;
        return switch (step) {
            case HELD -> true;
            case STALE -> stale(kept, link, update, now, out);
            case APPLIED -> applied(kept, link, now, out);
            case GAP -> gap(kept, "update " + expected + " was next, " + update.first() + " came", now, out);
            case CROSSED -> broken(kept, FeedReason.CROSSED, "the book crossed at update " + update.last(), now, out);
        };
    }

    private boolean gap(Kept kept, String text, long now, Out out) {
        bad.count(Optional.of(kept.books()), BadFrame.OUT_OF_ORDER, text);
        return broken(kept, FeedReason.SEQUENCE_GAP, text, now, out);
    }

    /** What a predecessor or a snapshot brought before comes from the other one as well; only one's own is odd. */
    private boolean stale(Kept kept, int link, DepthUpdate update, long now, Out out) {
        if (kept.link == link) {
            bad.count(
                    Optional.of(kept.books()), BadFrame.REPEATED, "update " + update.last() + ", which it had before");
        }
        return isMoving(kept, now, out);
    }

    /** A frame about this book could not be read. */
    void unreadable(int number, String why, long now, Out out) {
        var kept = books.get(number);
        kept.feed.breakBook();
        broken(kept, FeedReason.UNREADABLE, "a frame could not be read: " + why, now, out);
    }

    /**
     * Somebody traded, so the book must change too; answers whether it did within time. One that did not is taken anew
     * from another connection, since this one brings nothing of it.
     */
    boolean isMoving(Kept kept, long now, Out out) {
        if (!kept.shouldMove(now, settings.pace().frozen().toNanos())) {
            return true;
        }
        lost(kept, FeedReason.FROZEN, FeedState.GAPPED, "it stood still while the market moved", out);
        return false;
    }

    private boolean applied(Kept kept, int link, long now, Out out) {
        kept.link = link;
        kept.moved(now);
        if (source.isEmpty() && !kept.toldLive) {
            live(kept, now, out);
        }
        return true;
    }

    private void live(Kept kept, long now, Out out) {
        kept.owed = false;
        kept.provenNanos = now;
        kept.moved(now);
        snapshots.whole(kept, now);
        tell(kept, FeedState.LIVE, FeedReason.READY, "", out);
    }

    private boolean broken(Kept kept, FeedReason reason, String text, long now, Out out) {
        kept.lost = reason;
        tell(kept, FeedState.GAPPED, reason, text, out);
        want(kept, now, out);
        return false;
    }

    /** A book that is not whole wants a snapshot from the connection there is. */
    void want(Kept kept, long now, Out out) {
        owes(kept, now);
        snapshots.want(kept, now);
        tell(kept, FeedState.SNAPSHOTTING, kept.lost, "", out);
    }

    /** A connection was opened: books that are not whole want a snapshot, which the stream may bring by itself. */
    void flow(Line line, long now, Out out) {
        for (var kept : of(line)) {
            if (!kept.feed.isLive() && source.isPresent()) {
                want(kept, now, out);
            } else if (!kept.feed.isLive()) {
                owes(kept, now);
                tell(kept, FeedState.SNAPSHOTTING, kept.lost, "", out);
            }
        }
    }

    /** What brought this book ended; it cannot be trusted. */
    void lost(Kept kept, FeedReason reason, FeedState state, String text, Out out) {
        kept.lost = reason;
        kept.owed = false;
        kept.feed.reset();
        snapshots.forget(kept);
        tell(kept, state, reason, text, out);
    }

    /** Whether the book would go with this connection, though its line has another. */
    boolean follows(Kept kept, int link) {
        return source.isEmpty() && kept.feed.link() == link;
    }

    /** Asks for the snapshots that are due; {@code again} has the stream bring them where it does. */
    void ask(Consumer<Kept> again, long now, Out out) {
        boolean free = true;
        for (var next = snapshots.next(now); free && next.isPresent(); next = snapshots.next(now)) {
            var kept = next.orElseThrow();
            if (source.isPresent()) {
                free = ask(source.orElseThrow(), kept, out);
            } else {
                snapshots.asked(kept);
                again.accept(kept);
            }
        }
    }

    private boolean ask(SnapshotSource from, Kept kept, Out out) {
        var call = rest.call(from.ask(kept.instrument), out);
        call.ifPresent(number -> {
            tell(kept, FeedState.SNAPSHOTTING, kept.lost, "", out);
            snapshots.asked(kept, number);
        });
        return call.isPresent();
    }

    /** Whether this connection brings it by now. */
    boolean hasTakenOver(Kept kept, int link) {
        return source.isPresent() || kept.feed.link() == link;
    }

    /** A call ended that was for a snapshot, which may be of no use any more. */
    void answered(long call, HttpOutcome outcome, Out out) {
        var result = rest.result(call, outcome);
        snapshots.answered(call).ifPresent(kept -> {
            long now = clock.nanos();
            try {
                result.body().ifPresentOrElse(body -> snapshot(kept, body, now, out), () -> failed(kept, result, out));
            } catch (MalformedFrameException e) {
                result.body().ifPresent(body -> bad.count(Optional.of(kept.books()), Flaw.of(body, e), said(e)));
                failed(kept, new PublicRest.Result(Optional.empty(), FeedState.BACKING_OFF, said(e)), out);
            }
        });
    }

    private static String said(MalformedFrameException e) {
        return String.valueOf(e.getMessage());
    }

    private void snapshot(Kept kept, String body, long now, Out out) {
        kept.link = Kept.NONE;
        if (kept.feed.snapshot(body, now) == BookFeed.Answer.LIVE) {
            live(kept, now, out);
        } else {
            snapshots.again(kept, now);
        }
    }

    private void failed(Kept kept, PublicRest.Result result, Out out) {
        snapshots.again(kept, clock.nanos());
        var reason = result.state() == FeedState.BANNED ? FeedReason.BANNED : FeedReason.SNAPSHOT_FAILED;
        tell(kept, result.state(), reason, "no snapshot: " + result.why(), out);
    }

    /** A book whose snapshot the stream owes for too long. */
    Optional<Kept> overdue(Line line, long now) {
        return of(line).stream()
                .filter(kept -> kept.owed
                        && now - kept.owedNanos >= settings.pace().deadline().toNanos())
                .findFirst();
    }

    private void owes(Kept kept, long now) {
        kept.owed = source.isEmpty();
        kept.owedNanos = now;
    }

    /** When the next snapshot may be asked for, or is overdue; the end of time while there is none. */
    long due() {
        long asked = snapshots.due().map(at -> Math.max(at, rest.freeNanos())).orElse(Long.MAX_VALUE);
        long deadline = settings.pace().deadline().toNanos();
        return books.stream()
                .filter(kept -> kept.owed)
                .mapToLong(kept -> kept.owedNanos + deadline)
                .reduce(asked, Math::min);
    }

    /** The venue proved that it still sends all that this line carries. */
    void proven(Line line, long now) {
        for (var kept : of(line)) {
            if (kept.feed.isLive()) {
                kept.proven(now);
            }
        }
    }

    /** Whether a whole book of this line had no news since then. */
    boolean isQuietSince(Line line, long nanos) {
        return of(line).stream().anyMatch(kept -> kept.feed.isLive() && kept.provenNanos - nanos <= 0);
    }
}
