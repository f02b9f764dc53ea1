package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds under a thousand random faults over three venues: every book that can be read is one that the exchange had, to
 * its last level.
 *
 * <p>{@code -Dsluice.seeds=N} runs more, {@code -Dsluice.seed=S} runs one, told to its end.
 */
class BooksAreTrueTest {

    private static final int USUALLY = 4;
    private static final int FAULTS = 112;

    private static List<FeedVenue> venues() {
        return FeedVenue.ALL;
    }

    @ParameterizedTest
    @MethodSource("venues")
    void aReadableBookIsOneThatTheExchangeHad(FeedVenue venue) {
        var one = Long.getLong("sluice.seed");
        var seeds = one != null
                ? LongStream.of(one)
                : LongStream.rangeClosed(1, Integer.getInteger("sluice.seeds", USUALLY));
        var counts = new TreeMap<String, Integer>();
        var failures = new ArrayList<String>();
        seeds.forEach(seed -> {
            var findings = FeedSimulation.run(venue, seed, FAULTS, false);
            findings.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum));
            findings.broken()
                    .ifPresent(broken -> failures.add("seed " + seed + ": " + broken + "\n"
                            + String.join(
                                    "\n",
                                    FeedSimulation.run(venue, seed, FAULTS, true)
                                            .story())));
        });
        System.out.println(venue + " " + counts);
        assertThat(failures).isEmpty();
        assertThat(counts.get("readable") * 2).as("most looks find a book").isGreaterThan(counts.get("looks"));
    }
}
