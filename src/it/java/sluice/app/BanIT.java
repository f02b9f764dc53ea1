package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ban that one process was told is kept to by the next. */
class BanIT {

    private static final Duration BAN = Duration.ofSeconds(12);

    @TempDir
    Path home;

    @Test
    void aDeskKilledDuringABanAndStartedAgainWithinItDoesNotCallBeforeItIsOver() {
        try (var simulator = Simulator.start(home)) {
            var desk = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
            var over = Instant.now().plus(BAN);
            simulator.post("/venues/binance/faults", "{\"kind\":\"ban\",\"forMs\":" + BAN.toMillis() + "}");
            killDuringTheBan(desk, simulator, 418);
            var banned = refused(simulator, 418);
            var doctor = desk.run("doctor");
            var again = desk.run("exec", "-c", "buy 1 BTC-USDT --at 54000; cancel last; wait last closed");

            assertThat(doctor.out()).contains("binance").contains("it will not hear of us for");
            assertThat(again.status()).isZero();
            assertThat(refused(simulator, 418)).as("nobody asked again").hasSameSizeAs(banned);
            assertThat(at(simulator, banned.size())).isAfter(over);
        }
    }

    @Test
    void aPauseThatARateLimitAskedForIsKeptToByTheNextDeskAsWell() {
        try (var simulator = Simulator.start(home)) {
            var desk = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
            var over = Instant.now().plus(BAN);
            var fault = "{\"kind\":\"rate-limit\",\"forMs\":" + BAN.toMillis() + "}";
            simulator.post("/venues/binance/faults", fault);
            killDuringTheBan(desk, simulator, 429);
            var before = requests(simulator).size();
            var again = desk.run("exec", "-c", "buy 1 BTC-USDT --at 54000; cancel last; wait last closed");

            assertThat(again.status()).isZero();
            assertThat(at(simulator, before)).isAfter(over);
        }
    }

    private static void killDuringTheBan(Sluice desk, Simulator simulator, int status) {
        try (var first = desk.start("exec", "-c", "status; sleep 60s")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !refused(simulator, status).isEmpty());
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            first.signal("KILL");
            first.end();
        }
    }

    private static List<Instant> refused(Simulator simulator, int status) {
        return requests(simulator).stream()
                .filter(request -> request.path("status").asInt() == status)
                .map(request -> Instant.parse(request.path("at").asText()))
                .toList();
    }

    /** When the request came that so many went before. */
    private static Instant at(Simulator simulator, int before) {
        return Instant.parse(requests(simulator).get(before).path("at").asText());
    }

    private static List<JsonNode> requests(Simulator simulator) {
        return StreamSupport.stream(simulator.get("/venues/binance/requests").spliterator(), false)
                .toList();
    }
}
