package sluice.journal;

import java.util.List;

/**
 * The last committed event: its number, and the hash (lower-case hex SHA-256) that vouches for all before. Immutable.
 */
public record Head(long seq, String hash) {

    /** Before the first event. */
    public static final Head NONE = new Head(0, Chain.GENESIS);

    /** Throws when the batch is not numbered on from here, which is a bug of whoever made it. */
    public void requireNext(List<Entry> batch) {
        var expected = seq;
        for (var entry : batch) {
            expected++;
            if (entry.seq() != expected) {
                throw new IllegalArgumentException("Event " + entry.seq() + " of a batch should be " + expected + ".");
            }
        }
    }
}
