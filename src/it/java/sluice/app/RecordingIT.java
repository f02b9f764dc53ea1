package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingIT {

    @TempDir
    Path home;

    @Test
    void whatWasRecordedReplaysWhole() {
        var file = home.resolve("market.jsonl.gz").toString();
        var recorded = Sluice.at(home).run("record", "--symbols", "BTC-USDT,ETH-USDT", "--for", "3s", file);
        assertThat(recorded.status()).isZero();
        var replay = Sluice.at(home).here("replay", file, "--venue", "binance", "--json");
        assertThat(replay.status()).isZero();
        assertThat(replay.json())
                .extracting(line -> line.path("instrument").asText())
                .containsExactlyInAnyOrder("BTCUSDT", "ETHUSDT");
        assertThat(replay.json()).allMatch(line -> line.path("messages").asInt() > 0);
    }

    /** Each venue is replayed by its own adapter, and the whole serves as a market to trade in again. */
    @Test
    void threeVenuesRecordedAtOnceReplayWholeAndServeAnew() {
        var file = home.resolve("three.jsonl.gz").toString();
        var names = "BTC-USDT,BTC-USD,BTC-USDT-PERP";
        var recorded = Sluice.at(home)
                .here("record", "--venues", "binance,coinbase,bybit", "--symbols", names, "--for", "4s", file);
        assertThat(recorded.status()).as(recorded.err()).isZero();
        var instruments = Map.of(
                "binance", List.of("BTCUSDT"),
                "coinbase", List.of("BTC-USDT", "BTC-USD"),
                "bybit", List.of("spot orderbook.200.BTCUSDT", "linear orderbook.200.BTCUSDT"));
        instruments.forEach((venue, expected) -> {
            var replay = Sluice.at(home).here("replay", file, "--venue", venue, "--json");
            assertThat(replay.status()).as(replay.err()).isZero();
            assertThat(replay.json())
                    .extracting(line -> line.path("instrument").asText())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(replay.json())
                    .allMatch(line -> line.path("messages").asInt() > 1)
                    .allMatch(line -> line.path("gaps").asInt() == 0);
        });
        try (var simulator = Sluice.at(home)
                .start(
                        "sim",
                        "--replay",
                        file,
                        "--venue",
                        "binance",
                        "--venue",
                        "coinbase",
                        "--venue",
                        "bybit",
                        "--json")) {
            simulator.says("\"admin\"");
            assertThat(simulator.out()).contains("\"binance\"", "\"coinbase\"", "\"bybit\"");
        }
    }

    @Test
    void aRealRecordingGivesTheRightBookAtEveryCheckpoint() throws IOException {
        var shared = Path.of(System.getProperty("sluice.shared", "../shared"));
        shared = Files.isDirectory(shared) ? shared : Path.of("../../shared");
        var capture = shared.resolve("data/captures/binance-spot/BTCUSDT_2024-08-08.jsonl.gz");
        Assumptions.assumeTrue(Files.exists(capture), "skipped: ../shared is not here");
        var replay = Sluice.at(home).here("replay", capture.toString(), "--venue", "binance", "--json");
        assertThat(replay.status()).isZero();
        var expected = new ObjectMapper()
                .readTree(shared.resolve("data/expected/binance_spot_BTCUSDT_hft.expected.json")
                        .toFile());
        var right = new ArrayList<String>();
        expected.get("BTCUSDT").forEach(each -> right.add(each.path("sha256").asText()));
        var found = new ArrayList<String>();
        replay.json()
                .get(0)
                .path("checkpoints")
                .forEach(each -> found.add(each.path("sha256").asText()));
        assertThat(found).isEqualTo(right);
    }
}
