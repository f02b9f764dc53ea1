package sluice.net.feed;

import java.time.Duration;

/**
 * How fast market data goes, and how long it may be silent. Immutable.
 *
 * @param snapshotLimit levels a side of a snapshot, or of the stream
 * @param silence a connection that says nothing for so long is dead
 * @param quiet a book without news for so long is asked after
 * @param frozen prints that go on for so long beside a book that stands still say that the book is dead
 * @param life a connection is replaced at this age
 * @param relisting how often the instruments are read again
 * @param deadline of a call, of opening a connection, and of a snapshot
 */
public record Pace(
        int snapshotLimit,
        Duration silence,
        Duration quiet,
        Duration frozen,
        Duration life,
        Duration relisting,
        Duration deadline) {

    public static final Pace USUAL = new Pace(
            1000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofHours(23),
            Duration.ofMinutes(30),
            Duration.ofSeconds(10));

    public Pace withSnapshotLimit(int levels) {
        return new Pace(levels, silence, quiet, frozen, life, relisting, deadline);
    }
}
