package sluice.net.reads;

import java.time.Duration;
import java.util.Map;
import sluice.net.HttpOutcome;

/** Whether a venue can be reached, for the doctor. Waits for its answer. */
public record Probe(IdempotentReads reads, Duration deadline) {

    /**
     * @param reached an answer came, whatever it says
     * @param took the try that ended it
     * @param said the status, or why there is none
     */
    public record Finding(String url, boolean reached, int tries, Duration took, String said) {}

    public Finding fetch(String url) {
        var result = reads.get(new IdempotentReads.Read(url, Map.of(), deadline));
        if (result.outcome() instanceof HttpOutcome.Reply reply) {
            return new Finding(url, true, result.tries(), reply.took(), "HTTP " + reply.status());
        }
        if (result.outcome() instanceof HttpOutcome.Failure failure) {
            return new Finding(url, false, result.tries(), failure.took(), failure.cause());
        }
        throw new AssertionError(result.outcome());
    }
}
