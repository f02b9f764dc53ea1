package sluice.net.feed.replay;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sluice.market.Clock;
import sluice.market.book.Book;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.feed.replay.ReplayReport.Checkpoint;
import sluice.net.feed.replay.ReplayReport.End;
import sluice.net.feed.replay.ReplayReport.Tally;

/** What is counted of one instrument while it is replayed. Confined to one thread. */
public final class ReplayedBook implements BookFeed.Listener {

    private final String instrument;
    private final Book book;
    private final long every;
    private final Clock clock;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private long messages;
    private long applied;
    private long stale;
    private long gaps;
    private long snapshots;
    private long crossings;
    private long malformed;
    private long hashingNanos;

    public ReplayedBook(String instrument, Book book, long every, Clock clock) {
        this.instrument = instrument;
        this.book = book;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public void took(Step step) {
        switch (step) {
            case HELD -> {}
            case APPLIED -> applied();
            case STALE -> stale++;
            case GAP -> gaps++;
            case CROSSED -> crossings++;
        }
    }

    public void message() {
        messages++;
    }

    public void malformed() {
        malformed++;
    }

    public void snapshot() {
        snapshots++;
    }

    /** Time that no live book would spend. */
    public long hashingNanos() {
        return hashingNanos;
    }

    public ReplayReport report(double messagesPerSecond) {
        var hash = book.canonicalText().map(ReplayedBook::sha256);
        hash.filter(whole -> applied > 0).filter(whole -> !isMarked(applied)).ifPresent(this::mark);
        var tally = new Tally(applied, stale, gaps, Math.max(0, snapshots - 1), 0, crossings, malformed);
        return new ReplayReport(instrument, messages, tally, end(hash), checkpoints, messagesPerSecond);
    }

    private End end(Optional<String> hash) {
        var ladder = book.read(Integer.MAX_VALUE);
        return new End(
                ladder.map(Ladder::bids).map(List::size).orElse(0),
                ladder.map(Ladder::asks).map(List::size).orElse(0),
                ladder.map(Ladder::bids).flatMap(ReplayedBook::best),
                ladder.map(Ladder::asks).flatMap(ReplayedBook::best),
                hash);
    }

    private static Optional<Level> best(List<Level> side) {
        return side.stream().findFirst();
    }

    private void applied() {
        applied++;
        if (isMarked(applied)) {
            long before = clock.nanos();
            book.canonicalText().map(ReplayedBook::sha256).ifPresent(this::mark);
            hashingNanos += clock.nanos() - before;
        }
    }

    private boolean isMarked(long message) {
        return message == 1 || message % every == 0;
    }

    private void mark(String hash) {
        checkpoints.add(new Checkpoint(applied, hash));
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
