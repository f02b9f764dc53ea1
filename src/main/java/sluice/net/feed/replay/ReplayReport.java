package sluice.net.feed.replay;

import java.util.List;
import java.util.Optional;
import sluice.market.book.Level;

/**
 * How one instrument's book fared in a replay. Immutable.
 *
 * @param instrument as the venue names it
 * @param messages book messages of the recording, whatever became of them
 * @param checkpoints after the first applied message, every so many, and the last
 * @param messagesPerSecond by the time spent in decoding and applying, all instruments together
 */
public record ReplayReport(
        String instrument,
        long messages,
        Tally tally,
        End end,
        List<Checkpoint> checkpoints,
        double messagesPerSecond) {

    /**
     * What became of the messages.
     *
     * @param resyncs snapshots taken after the first
     * @param malformed messages that could not be read
     */
    public record Tally(
            long applied, long stale, long gaps, long resyncs, long checksumFailures, long crossings, long malformed) {}

    /** The book after the last message; without levels and hash when it is broken or was never built. */
    public record End(int bids, int asks, Optional<Level> bestBid, Optional<Level> bestAsk, Optional<String> sha256) {}

    /** The hash of the whole book after so many applied messages. */
    public record Checkpoint(long afterBookMsg, String sha256) {}

    public ReplayReport {
        checkpoints = List.copyOf(checkpoints);
    }

    /** Whether the book is whole at the end: no integrity failure was left unrepaired. */
    public boolean isIntact() {
        return end.sha256().isPresent();
    }
}
