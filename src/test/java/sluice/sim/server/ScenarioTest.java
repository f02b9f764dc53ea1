package sluice.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.DeskException;

class ScenarioTest {

    @TempDir
    private Path directory;

    @Test
    void linesBecomeCuesInTheOrderOfTime() {
        var cues = Scenario.parse(
                "s",
                List.of(
                        "{\"afterMs\":500,\"venue\":\"binance\",\"fault\":{\"kind\":\"gap\"}}",
                        "",
                        "{\"afterMs\":20,\"market\":{\"frozen\":true}}",
                        "{\"afterMs\":30,\"venue\":\"binance\",\"market\":{\"symbol\":\"BTCUSDT\",\"mid\":\"1\"}}"));
        assertThat(cues)
                .containsExactly(
                        new Cue(Duration.ofMillis(20), "/market", "{\"frozen\":true}"),
                        new Cue(
                                Duration.ofMillis(30),
                                "/venues/binance/market",
                                "{\"symbol\":\"BTCUSDT\",\"mid\":\"1\"}"),
                        new Cue(Duration.ofMillis(500), "/venues/binance/faults", "{\"kind\":\"gap\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"venue\":\"binance\",\"fault\":{\"kind\":\"gap\"}}",
                "{\"afterMs\":1,\"venue\":\"binance\"}",
                "{\"afterMs\":1,\"fault\":{\"kind\":\"gap\"}}",
                "{\"afterMs\":1,\"venue\":\"binance\",\"fault\":{\"kind\":\"earthquake\"}}"
            })
    void aBadLineIsNamed(String line) {
        assertThatThrownBy(() -> Scenario.parse("s.jsonl", List.of("", line)))
                .isInstanceOf(DeskException.class)
                .hasMessageStartingWith("s.jsonl, line 2: ");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        var missing = directory.resolve("missing.jsonl");
        assertThatThrownBy(() -> Scenario.read(missing))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("missing.jsonl");
    }

    @Test
    void theSimulatorPlaysItInTime() throws IOException, InterruptedException {
        var file = directory.resolve("s.jsonl");
        Files.writeString(
                file,
                "{\"afterMs\":1000,\"venue\":\"binance\",\"fault\":{\"kind\":\"http\",\"status\":503,\"count\":1}}\n");
        try (var wire = new Wire(Wire.spec().playing(file))) {
            assertThat(wire.get(wire.venue.rest() + "/api/v3/ping").statusCode())
                    .isEqualTo(200);
            wire.post("/clock", "{\"advanceMs\":1000}");
            assertThat(wire.get(wire.venue.rest() + "/api/v3/ping").statusCode())
                    .isEqualTo(503);
            assertThat(wire.get(wire.venue.rest() + "/api/v3/ping").statusCode())
                    .isEqualTo(200);
        }
    }
}
