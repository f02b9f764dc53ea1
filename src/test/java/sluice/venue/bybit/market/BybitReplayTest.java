package sluice.venue.bybit.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.VenueId;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayReport.Checkpoint;
import sluice.venue.binance.market.Recording;
import sluice.venue.binance.market.SharedData;

/** Recorded traffic of the venue, rebuilt to the byte as an independent builder did. */
class BybitReplayTest {

    private static Recording capture(String name) throws IOException {
        return Recording.of(SharedData.file("captures/bybit/" + name + ".jsonl.gz"));
    }

    static Map<String, ReplayReport> replay(Recording recording) {
        return recording.replay(new BybitReplay(new VenueId("bybit"), new Recording.StillClock(), 50)).stream()
                .collect(Collectors.toMap(ReplayReport::instrument, Function.identity()));
    }

    @Test
    void everyCheckpointOfTheRecordingIsReproduced() throws IOException {
        var right = new JsonMapper()
                .readTree(SharedData.file("expected/bybit_2026-08-09.expected.json")
                        .toFile());
        var reports = replay(capture("linear+spot_2026-08-09"));

        assertThat(reports).hasSize(right.size());
        reports.forEach((name, report) -> assertSame(report, right.get(name)));
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
        assertThat(report.end().sha256()).contains(last.get("sha256").asText());
        assertThat(report.tally().applied()).isEqualTo(last.get("afterBookMsg").asLong());
        assertThat(report.tally().gaps() + report.tally().resyncs()).isZero();
        assertThat(report.tally().crossings() + report.tally().malformed()).isZero();
        assertThat(List.of(report.end().bids(), report.end().asks())).containsExactly(200, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderbook1_linear_2025-06-13", "orderbook1_spot_2025-06-13"})
    void aTopOfTheBookThatIsSaidAgainIsNoErrorAndNoRepair(String name) throws IOException {
        var reports = replay(capture(name));

        assertThat(reports).isNotEmpty();
        assertThat(reports.values()).allSatisfy(report -> {
            assertThat(report.tally().applied()).isEqualTo(report.messages());
            assertThat(report.tally().gaps()
                            + report.tally().malformed()
                            + report.tally().resyncs())
                    .isZero();
            assertThat(report.end().bids()).isEqualTo(1);
            assertThat(report.isIntact()).isTrue();
        });
    }

    @Test
    void aFrameDroppedDoubledOrSwappedIsNeverAWrongBook() throws IOException {
        var real = capture("linear+spot_2026-08-09");
        var right = replay(real);
        for (int at = 0; at < real.lines().size() - 1; at += 101) {
            var line = real.lines().get(at);
            if (line.dir().equals("recv") && line.data().contains("orderbook.200")) {
                assertNeverWrong(right, replay(real.without(at)));
                assertNeverWrong(right, replay(real.inserting(at, line)));
                assertNeverWrong(
                        right,
                        replay(real.inserting(Math.min(at + 40, real.lines().size()), line)));
                assertNeverWrong(right, replay(real.swapping(at)));
            }
        }
    }

    private static void assertNeverWrong(Map<String, ReplayReport> right, Map<String, ReplayReport> damaged) {
        damaged.forEach((name, report) -> {
            if (report.isIntact()) {
                assertThat(report.end()).isEqualTo(right.get(name).end());
            } else {
                assertThat(report.tally().gaps()).isPositive();
            }
        });
    }

    @Test
    void aDroppedDeltaIsAGap() throws IOException {
        var real = capture("linear+spot_2026-08-09");
        var at = index(real, "linear", "\"u\":15077001,");
        var report = replay(real.without(at)).get("linear orderbook.200.BTCUSDT");

        assertThat(report.tally().gaps()).isEqualTo(1);
        assertThat(report.end().sha256()).isEmpty();
    }

    @Test
    void aSnapshotThatComesAgainLateDoesNotTakeTheBookBack() throws IOException {
        var real = capture("linear+spot_2026-08-09");
        var snapshot = real.lines().get(index(real, "linear", "\"u\":15076952,"));
        var report = replay(real.inserting(index(real, "linear", "\"u\":15077001,"), snapshot))
                .get("linear orderbook.200.BTCUSDT");

        assertThat(report.tally().stale()).isEqualTo(1);
        assertThat(report.tally().gaps()).isZero();
        assertThat(report.end())
                .isEqualTo(replay(real).get("linear orderbook.200.BTCUSDT").end());
    }

    private static int index(Recording real, String category, String text) {
        for (int i = 0; i < real.lines().size(); i++) {
            var line = real.lines().get(i);
            if (line.data().contains(text) && line.data().contains("orderbook.200.BTCUSDT")) {
                return i;
            }
        }
        throw new AssertionError(category + " " + text);
    }

    @Test
    void aConnectionThatOpensAgainLosesItsBooks() throws IOException {
        var real = capture("linear+spot_2026-08-09");
        var connect = real.lines().stream()
                .filter(line -> line.dir().equals("connect") && line.url().endsWith("/linear"))
                .findFirst()
                .orElseThrow();
        var reports = replay(real.inserting(real.lines().size(), connect));

        assertThat(reports.get("linear orderbook.200.BTCUSDT").isIntact()).isFalse();
        assertThat(reports.get("spot orderbook.200.BTCUSDT").isIntact()).isTrue();
    }

    @Test
    void aRestartOfTheServiceBeginsTheBookAnew() {
        var recording = new Recording(List.of(
                line("connect", ""),
                book("snapshot", 3000, 900, "60000.0"),
                book("delta", 3001, 901, "60000.5"),
                book("snapshot", 1, 5, "59000.0"),
                book("delta", 2, 6, "59000.5")));
        var report = replay(recording).get("spot orderbook.50.BTCUSDT");

        assertThat(report.tally().applied()).isEqualTo(4);
        assertThat(report.tally().resyncs()).isEqualTo(1);
        assertThat(report.end().bestBid())
                .get()
                .extracting(level -> level.px().plain())
                .isEqualTo("59000.5");
    }

    private static Recording.Line line(String dir, String data) {
        return new Recording.Line(dir, "ws", "wss://x/v5/public/spot", data);
    }

    private static Recording.Line book(String type, long update, long sequence, String bid) {
        return line(
                "recv",
                ("{'topic':'orderbook.50.BTCUSDT','ts':1,'type':'" + type + "','data':{'s':'BTCUSDT','b':[['" + bid
                                + "','1']],'a':[['70000','1']],'u':" + update + ",'seq':" + sequence + "},'cts':1}")
                        .replace('\'', '"'));
    }
}
