package sluice.venue.coinbase.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import sluice.market.book.Level;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayReport.Checkpoint;
import sluice.venue.coinbase.SharedData;

/** Recorded traffic of the venue, rebuilt to the byte as an independent builder did. */
class CoinbaseReplayTest {

    @Test
    void everyCheckpointOfTheRecordingIsReproduced() throws JsonProcessingException {
        var right = new JsonMapper().readTree(SharedData.text("expected/coinbase_first12s.expected.json"));
        var reports = Recording.ofTheVenue().replay();

        assertThat(reports).hasSize(right.size());
        for (var report : reports) {
            assertSame(report, right.get(report.instrument()));
        }
    }

    private static void assertSame(ReplayReport report, JsonNode right) {
        assertThat(report.checkpoints())
                .containsExactlyElementsOf(StreamSupport.stream(right.spliterator(), false)
                        .map(point -> new Checkpoint(
                                point.get("afterBookMsg").asLong(),
                                point.get("sha256").asText()))
                        .distinct()
                        .toList());
        var last = right.get(right.size() - 1);
        assertThat(report.tally())
                .isEqualTo(new ReplayReport.Tally(last.get("afterBookMsg").asLong(), 0, 0, 0, 0, 0, 0));
        assertThat(report.isIntact()).isTrue();
        assertThat(List.of(report.end().bids(), report.end().asks()))
                .containsExactly(
                        last.get("levels").get(0).asInt(),
                        last.get("levels").get(1).asInt());
        assertThat(report.end().bestBid().map(Level::px).orElseThrow().plain())
                .isEqualTo(last.get("bids").get(0).get(0).asText());
    }

    @Test
    void theRecordingWithAFrameDroppedDoubledOrSwappedIsNotWrong() {
        var real = Recording.ofTheVenue();
        var right = real.replay();

        for (var report : real.without(300).replay()) {
            assertThat(report.tally().gaps()).isEqualTo(1);
            assertThat(report.isIntact()).isFalse();
        }
        var doubled = real.inserting(300, real.lines().get(299)).replay();
        for (int i = 0; i < doubled.size(); i++) {
            assertThat(doubled.get(i).tally().gaps()).isZero();
            assertThat(doubled.get(i).end()).isEqualTo(right.get(i).end());
        }
        for (var report : real.swapping(300).replay()) {
            assertThat(report.tally().gaps()).isPositive();
            assertThat(report.isIntact()).isFalse();
        }
    }
}
