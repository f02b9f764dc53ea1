package sluice.simulation.invariant;

import java.time.Duration;

/**
 * A book that the desk may read and takes for fresh is one that the venue had, and had not longer ago than a book may
 * be old.
 */
public final class ABrokenBookIsAbsent implements Invariant {

    public static final String NAME = "aBrokenBookIsAbsent";

    /** What a message may take on its way, and what the venue waits to send several changes as one. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(1_000);

    private final Verdict verdict;
    private final long oldest;

    /** @param most the age from which on the desk was told to take a book for stale */
    public ABrokenBookIsAbsent(Verdict verdict, Duration most) {
        this.verdict = verdict;
        this.oldest = most.plus(ON_ITS_WAY).toNanos();
    }

    @Override
    public void looked(TheirBook book) {
        if (book.goneNanos().isEmpty()) {
            verdict.broken(NAME, book.shown().get() + " is read, and never was so");
        } else if (book.goneNanos().getAsLong() > oldest) {
            verdict.broken(
                    NAME,
                    "%s is read, and was so %d ms ago"
                            .formatted(book.shown().get(), book.goneNanos().getAsLong() / 1_000_000));
        }
    }
}
