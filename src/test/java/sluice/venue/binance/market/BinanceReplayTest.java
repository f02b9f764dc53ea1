package sluice.venue.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.book.Level;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayReport.Checkpoint;

/** Recorded traffic of the venue, rebuilt to the byte as an independent builder did. */
class BinanceReplayTest {

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT_2024-08-08, binance_spot_BTCUSDT_hft",
        "4sym_2021-10-12, binance_spot_2021-10-12",
    })
    void everyCheckpointOfTheRecordingIsReproduced(String capture, String expected) throws IOException {
        var right = new JsonMapper()
                .readTree(SharedData.file("expected/" + expected + ".expected.json")
                        .toFile());
        var reports = Recording.of(SharedData.file("captures/binance-spot/" + capture + ".jsonl.gz"))
                .replay();
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
        assertThat(report.end().sha256())
                .contains(right.get(right.size() - 1).get("sha256").asText());
        assertThat(report.tally().applied()).isEqualTo(last.get("afterBookMsg").asLong());
        assertThat(report.tally().gaps()).isZero();
        assertThat(report.tally().crossings()).isZero();
        assertThat(report.tally().malformed()).isZero();
        assertThat(report.isIntact()).isTrue();
        assertThat(List.of(report.end().bids(), report.end().asks()))
                .containsExactly(
                        last.get("levels").get(0).asInt(),
                        last.get("levels").get(1).asInt());
        assertThat(report.end().bestBid().map(Level::px).orElseThrow().plain())
                .isEqualTo(last.get("bids").get(0).get(0).asText());
        assertThat(report.end().bestAsk().map(Level::qty).orElseThrow().plain())
                .isEqualTo(last.get("asks").get(0).get(1).asText());
    }
}
