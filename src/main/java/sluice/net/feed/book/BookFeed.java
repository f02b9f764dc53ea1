package sluice.net.feed.book;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import sluice.market.book.Book;
import sluice.market.book.Verdict;
import sluice.net.text.MalformedFrameException;

/**
 * One symbol's way from frames and snapshots to a book: what comes before a snapshot that is asked for waits, what does
 * not follow breaks the book, and a broken book is absent until the next snapshot.
 *
 * <p>Where the stream brings the snapshots, the book follows the connection that brought the last one, so that a
 * successor takes over with its snapshot and the book is whole all the while. Confined to one thread.
 */
public final class BookFeed {

    /** What became of an update. */
    public enum Step {
        /** It waits for the snapshot, or nobody needs it before one. */
        HELD,
        APPLIED,
        STALE,
        /** Something before it is missing: the book is gone, and the update waits for the next snapshot. */
        GAP,
        /** It crossed the book, or its numbers outgrew it: the book is gone. */
        CROSSED
    }

    /** Hears what became of each update, those that waited included. */
    public interface Listener {

        void took(Step step);
    }

    /** What became of a snapshot that was asked for. */
    public enum Answer {
        LIVE,
        /** The stream begins after it; another must be fetched. */
        TOO_OLD,
        /** The frames that waited broke the book again. */
        BROKEN
    }

    /** Five minutes of a busy symbol; with more, the oldest are forgotten, which the next snapshot must then cover. */
    private static final int LONGEST_WAIT = 3_000;

    private record Waiting(long first, String frame) {}

    private final int number;
    private final Book book;
    private final SequenceRule rule;
    private final Optional<SnapshotSource> source;
    private final Listener listener;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean live;
    private int link;

    /** @param source empty where the stream brings the snapshots */
    public BookFeed(int number, Book book, SequenceRule rule, Optional<SnapshotSource> source, Listener listener) {
        this.number = number;
        this.book = book;
        this.rule = rule;
        this.source = source;
        this.listener = listener;
    }

    public Book book() {
        return book;
    }

    public boolean isLive() {
        return live;
    }

    /** Which connection's snapshot the book follows; of no meaning where snapshots are asked for. */
    public int link() {
        return link;
    }

    /** The number that the next update must start at or before. */
    public long expected() {
        return rule.expected();
    }

    /** Takes the update that was just read from this frame of this connection. */
    public Step take(DepthUpdate update, int from, String frame, long nanos) {
        var step = step(update, from, nanos);
        if (source.isPresent() && (step == Step.HELD || step == Step.GAP)) {
            hold(new Waiting(update.first(), frame));
        }
        listener.took(step);
        return step;
    }

    private Step step(DepthUpdate update, int from, long nanos) {
        if (update.isSnapshot()) {
            return begun(update, from, nanos);
        }
        if (source.isEmpty() && live && from != link) {
            return Step.STALE;
        }
        return live ? judged(update, nanos) : Step.HELD;
    }

    /** A predecessor that restates its book late must not take it back. */
    private Step begun(DepthUpdate update, int from, long nanos) {
        if (live && from < link) {
            return Step.STALE;
        }
        link = from;
        rule.start(update.last());
        live = book.replace(update.levels(), nanos) == Book.State.WHOLE;
        return live ? Step.APPLIED : Step.CROSSED;
    }

    /** Reads a snapshot and goes on from it through what waited; throws when the body is not a snapshot. */
    public Answer snapshot(String body, long nanos) {
        var snapshots = source.orElseThrow();
        var update = snapshots.read(number, body);
        // "If the lastUpdateId from the snapshot is strictly less than the U from step 2, go back to step 3." A first
        // event that starts at lastUpdateId + 1 leaves no gap, and is taken.
        if (!waiting.isEmpty() && update.last() + 1 < waiting.getFirst().first()) {
            return Answer.TOO_OLD;
        }
        rule.start(update.last());
        live = book.replace(update.levels(), nanos) == Book.State.WHOLE;
        while (live && !waiting.isEmpty()) {
            again(snapshots, waiting.getFirst(), nanos);
        }
        return live ? Answer.LIVE : Answer.BROKEN;
    }

    /** The book is gone, and with it what waited: the stream it came from ended. */
    public void reset() {
        breakBook();
        waiting.clear();
    }

    /** The book is gone; what comes waits for the next snapshot. */
    public void breakBook() {
        if (live) {
            book.invalidate();
        }
        live = false;
    }

    /** What came with the frame that waits still does, unless it breaks the book: then it waits on. */
    private void again(SnapshotSource snapshots, Waiting held, long nanos) {
        DepthUpdate update;
        try {
            update = snapshots.again(held.frame());
        } catch (MalformedFrameException e) {
            throw new AssertionError("it was read before", e);
        }
        var step = judged(update, nanos);
        if (step != Step.GAP) {
            waiting.removeFirst();
        }
        listener.took(step);
    }

    private Step judged(DepthUpdate update, long nanos) {
        var verdict = rule.judge(update.first(), update.last());
        if (verdict == Verdict.STALE) {
            book.proven(nanos);
            return Step.STALE;
        }
        if (verdict == Verdict.GAP) {
            breakBook();
            return Step.GAP;
        }
        if (book.apply(update.levels(), nanos) == Book.State.WHOLE) {
            return Step.APPLIED;
        }
        live = false;
        return Step.CROSSED;
    }

    private void hold(Waiting frame) {
        if (waiting.size() == LONGEST_WAIT) {
            waiting.removeFirst();
        }
        waiting.addLast(frame);
    }
}
