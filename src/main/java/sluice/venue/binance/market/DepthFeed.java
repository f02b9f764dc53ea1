package sluice.venue.binance.market;

import java.util.ArrayDeque;
import java.util.Deque;
import sluice.market.book.Book;
import sluice.market.book.Verdict;
import sluice.net.text.MalformedFrameException;
import sluice.venue.binance.market.wire.DepthWire;

/**
 * One symbol's way from frames and snapshots to a book: what comes before the snapshot waits, what does not follow
 * breaks the book, and a broken book is absent until the next snapshot. Confined to one thread.
 */
public final class DepthFeed {

    /** What became of a frame. */
    public enum Step {
        /** It waits for the snapshot. */
        HELD,
        APPLIED,
        STALE,
        /** Something before it is missing: the book is gone, and the frame waits for the next snapshot. */
        GAP,
        /** It crossed the book, or its numbers outgrew it: the book is gone. */
        CROSSED
    }

    /** Hears what became of each frame, those that waited included. */
    public interface Listener {

        void took(Step step);
    }

    /** What became of a snapshot. */
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

    private final int slot;
    private final Book book;
    private final Listener listener;
    private final DepthSequence sequence = new DepthSequence();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean live;

    public DepthFeed(int slot, Book book, Listener listener) {
        this.slot = slot;
        this.book = book;
        this.listener = listener;
    }

    public Book book() {
        return book;
    }

    public boolean isLive() {
        return live;
    }

    /** The update id that the next event must start at or before. */
    long expected() {
        return sequence.expected();
    }

    /** Takes the event that the wire has just read from this frame. */
    public Step take(DepthWire wire, String frame, long nanos) {
        var step = live ? judged(wire, nanos) : Step.HELD;
        if (step == Step.HELD || step == Step.GAP) {
            hold(new Waiting(wire.first(), frame));
        }
        listener.took(step);
        return step;
    }

    /** Reads a snapshot and goes on from it through what waited; throws when the body is not a snapshot. */
    public Answer snapshot(DepthWire wire, String body, long nanos) {
        wire.readSnapshot(slot, body);
        // "If the lastUpdateId from the snapshot is strictly less than the U from step 2, go back to step 3." A first
        // event that starts at lastUpdateId + 1 leaves no gap, and is taken.
        if (!waiting.isEmpty() && wire.last() + 1 < waiting.getFirst().first()) {
            return Answer.TOO_OLD;
        }
        sequence.start(wire.last());
        live = book.replace(wire.levels(), nanos) == Book.State.WHOLE;
        while (live && !waiting.isEmpty()) {
            again(wire, waiting.getFirst(), nanos);
        }
        return live ? Answer.LIVE : Answer.BROKEN;
    }

    /** The book is gone, and with it what waited: the stream it came from ended. */
    public void reset() {
        breakBook();
        waiting.clear();
    }

    /** The book is gone; frames wait for the next snapshot. */
    public void breakBook() {
        if (live) {
            book.invalidate();
        }
        live = false;
    }

    /** What came with the frame that waits still does, unless it breaks the book: then it waits on. */
    private void again(DepthWire wire, Waiting held, long nanos) {
        try {
            wire.read(held.frame());
        } catch (MalformedFrameException e) {
            throw new AssertionError("it was read before", e);
        }
        var step = judged(wire, nanos);
        if (step != Step.GAP) {
            waiting.removeFirst();
        }
        listener.took(step);
    }

    private Step judged(DepthWire wire, long nanos) {
        var verdict = sequence.judge(wire.first(), wire.last());
        if (verdict == Verdict.STALE) {
            book.proven(nanos);
            return Step.STALE;
        }
        if (verdict == Verdict.GAP) {
            breakBook();
            return Step.GAP;
        }
        if (book.apply(wire.levels(), nanos) == Book.State.WHOLE) {
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
