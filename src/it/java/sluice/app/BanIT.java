package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ban that one process was told is kept to by the next, whose cancels are the first that leave when it ends. */
class BanIT {

    private static final String RESTING = "buy 1 BTC-USDT --at 54000\nbuy 1 BTC-USDT --at 54001\necho resting\n";
    private static final String CANCELS =
            "cancel P-1 P-2; wait P-1 closed --timeout 3m; buy 1 BTC-USDT --at 54002; cancel last";

    @TempDir
    Path home;

    @Test
    void aDeskKilledDuringABanAndStartedAgainWithinItDoesNotCallBeforeItIsOver() {
        isKeptTo(Duration.ofSeconds(20));
    }

    @Test
    @Tag("long")
    void aBanOfTwoMinutesSurvivesARestartAndCancelsGoOutFirstWhenItEnds() {
        isKeptTo(Duration.ofSeconds(120));
    }

    private void isKeptTo(Duration ban) {
        try (var simulator = Simulator.start(home)) {
            var desk = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
            var over = bannedAndKilled(desk, simulator, ban);
            var told = requests(simulator);
            var again = desk.here("exec", "--ready-timeout", "3m", "-c", CANCELS);

            assertThat(again.status()).as(again.out() + again.err()).isZero();
            var since =
                    requests(simulator).subList(told.size(), requests(simulator).size());
            assertThat(since).as("nobody asked again").noneMatch(BanIT::isRefused);
            assertThat(at(since.get(0))).as("nobody asked before").isAfter(over);
            assertThat(since.subList(0, 2))
                    .as("cancels went first")
                    .allSatisfy(request -> assertThat(request.path("method").asText() + " "
                                    + request.path("path").asText())
                            .isEqualTo("DELETE /api/v3/order"));
        }
    }

    /** Tells when the ban is over. */
    private static Instant bannedAndKilled(Sluice desk, Simulator simulator, Duration ban) {
        try (var first = desk.start("exec", "--keep-going", "-")) {
            first.types(RESTING).says("\"resting\"");
            var over = Instant.now().plus(ban);
            simulator.post("/venues/binance/faults", "{\"kind\":\"ban\",\"forMs\":" + ban.toMillis() + "}");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !refused(simulator).isEmpty());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> desk.here("journal", "events").out().contains("account.banned"));
            first.signal("KILL").end();
            return over;
        }
    }

    private static List<JsonNode> refused(Simulator simulator) {
        return requests(simulator).stream().filter(BanIT::isRefused).toList();
    }

    private static boolean isRefused(JsonNode request) {
        return request.path("status").asInt() == 418;
    }

    private static Instant at(JsonNode request) {
        return Instant.parse(request.path("at").asText());
    }

    private static List<JsonNode> requests(Simulator simulator) {
        return StreamSupport.stream(simulator.get("/venues/binance/requests").spliterator(), false)
                .toList();
    }
}
