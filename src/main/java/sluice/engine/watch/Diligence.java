package sluice.engine.watch;

import java.time.Duration;

/**
 * How hard the desk looks for what it was not told. Immutable.
 *
 * @param escalateAfter questions about one order, none of which settled it, until an operator is told
 * @param compareEvery between two comparisons of a venue where orders of ours rest
 * @param quietAfter without a word on a private stream until resting orders are asked after one by one
 * @param quietEvery between two rounds of that
 */
public record Diligence(int escalateAfter, Duration compareEvery, Duration quietAfter, Duration quietEvery) {

    /** An order that only failed questions are about is escalated after about a minute. */
    public static final Diligence USUAL =
            new Diligence(12, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(5));
}
