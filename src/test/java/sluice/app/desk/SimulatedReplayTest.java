package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.WallClock;
import sluice.net.traffic.TrafficFile;
import sluice.net.traffic.TrafficFrame;
import sluice.net.traffic.TrafficFrame.Direction;
import sluice.net.traffic.UnableToReadException;
import sluice.shell.UnusableInputException;
import sluice.sim.replay.Speed;
import sluice.sim.server.SimServer;

/** A recording on disk, served. */
class SimulatedReplayTest {

    private static final Simulated.Doors ANYWHERE = new Simulated.Doors(List.of(), 0, Optional.empty());

    @TempDir
    Path directory;

    private Path recording(String url) throws IOException {
        var file = directory.resolve("monday.jsonl.gz");
        try (var writer = TrafficFile.write(file, e -> {})) {
            writer.accept(new TrafficFrame(
                    1,
                    Direction.HTTP,
                    "http",
                    url + "/api/v3/depth?symbol=BTCUSDT&limit=1000",
                    "{\"lastUpdateId\":10,\"bids\":[[\"100\",\"1\"]],\"asks\":[[\"101\",\"2\"]]}"));
        }
        return file;
    }

    private static SimServer serve(Path file, Optional<String> venue) {
        return Simulated.replay(List.of(new Simulated.Recorded(file, venue)), Speed.REAL, new WallClock(), ANYWHERE);
    }

    @Test
    void itsVenueIsToldByItsAddressesAndItsBookServed() throws IOException, InterruptedException {
        try (var server = serve(recording("https://api.binance.com"), Optional.empty())) {
            var venue = server.venues().get(0);
            assertThat(venue.venue()).isEqualTo("binance");
            var asked = HttpRequest.newBuilder(URI.create(venue.rest() + "/api/v3/depth?symbol=BTCUSDT"))
                    .timeout(Duration.ofSeconds(60));
            var answer = HttpClient.newHttpClient().send(asked.build(), BodyHandlers.ofString());
            assertThat(answer.body())
                    .isEqualTo("{\"lastUpdateId\":10,\"bids\":[[\"100.00000000\",\"1.00000000\"]],"
                            + "\"asks\":[[\"101.00000000\",\"2.00000000\"]]}");
        }
    }

    @Test
    void orItMustBeSaid() throws IOException {
        var file = recording("https://example.com");
        assertThatThrownBy(() -> serve(file, Optional.empty()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("--venue");
        try (var server = serve(file, Optional.of("binance"))) {
            assertThat(server.venues()).hasSize(1);
        }
    }

    @Test
    void aRecordingThatBreaksOffIsServedAsFarAsItGoes() throws IOException {
        var file = recording("https://api.binance.com");
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 8));
        try (var server = serve(file, Optional.empty())) {
            assertThat(server.venues()).hasSize(1);
        }
    }

    @Test
    void oneThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> serve(directory.resolve("none.gz"), Optional.of("binance")))
                .isInstanceOf(UnableToReadException.class)
                .hasMessageContaining("There is no recording");
    }
}
