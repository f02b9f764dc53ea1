package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill, exit and scope: resting orders at three venues, a manual one beside them, one venue in maintenance. */
class KillExitScopeIT {

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private static List<String> states(Simulator simulator, String venue) {
        return StreamSupport.stream(simulator.orders(venue).spliterator(), false)
                .map(order -> order.path("state").asText())
                .toList();
    }

    @Test
    void ofAKillFromThePromptAndOneFromElsewhereOnlyOursGoAndWhatWasNotReachedIsNamed() {
        try (var simulator = Simulator.start(home, "binance,bybit,coinbase")) {
            var sluice = Sluice.at(home).with("--sim", simulator.file().toString());
            var manual = Sluice.at(elsewhere)
                    .with("--sim", simulator.file().toString())
                    .here("exec", "-c", "buy 0.2 BTC-USDT --at 54000 --on binance");
            assertThat(manual.status()).isZero();
            killedAtAPrompt(sluice, simulator);
        }
    }

    private static void killedAtAPrompt(Sluice sluice, Simulator simulator) {
        try (var prompt = sluice.start()) {
            staysUnlessForced(prompt);
            simulator.post("/venues/coinbase/faults", "{\"kind\":\"maintenance\",\"count\":100000,\"forMs\":600000}");
            killedFromBothSides(prompt, sluice);
            var killedAt = Instant.now();
            assertThat(states(simulator, "binance")).containsExactlyInAnyOrder("SUBMITTED", "CANCELLED");
            assertThat(states(simulator, "bybit")).containsExactly("CANCELLED");
            nothingNewLeaves(prompt, sluice, simulator, killedAt);
            prompt.types("exit --force\n");
            assertThat(prompt.end().out()).contains("Stays live: P-3");
        }
    }

    /** With orders that rest, leaving takes more than a word. */
    private static void staysUnlessForced(Sluice.Running prompt) {
        prompt.says("help lists");
        prompt.types("buy 0.1 BTC-USDT --at 55000 --on binance; buy 0.1 BTC-USDT --at 55000 --on bybit\n");
        prompt.types("buy 0.1 BTC-USD --at 55000 --on coinbase; wait P-1 open; wait P-2 open; wait P-3 open\n");
        prompt.types("echo all rest\n").says("all rest");
        prompt.types("exit\n").says("Leave them as they are?").types("n\n").says("LIVE_ORDERS");
    }

    /** The kill at the prompt waits for a venue in maintenance; whoever attaches meanwhile is answered all the same. */
    private static void killedFromBothSides(Sluice.Running prompt, Sluice sluice) {
        prompt.types("kill\n");
        var status = sluice.here("--attach", "status");
        assertThat(status.out()).contains("sim");
        var attached = sluice.here("--attach", "kill");
        assertThat(attached.status()).as(attached.out() + attached.err()).isNotZero();
        assertThat(attached.out()).contains("coinbase is not proven to be empty of ours");
        prompt.says("coinbase is not proven to be empty of ours");
        assertThat(prompt.out()).contains("Not ours, and left alone", "C-3");
    }

    private static void nothingNewLeaves(Sluice.Running prompt, Sluice sluice, Simulator simulator, Instant killed) {
        var refused = sluice.here("--attach", "buy", "0.1", "BTC-USDT", "--at", "55000", "--on", "binance");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("RISK_TRADING_STATE");
        prompt.types("buy 0.1 BTC-USDT --at 55000 --on bybit; echo refused\n").says("RISK_TRADING_STATE");
        for (var venue : List.of("binance", "bybit", "coinbase")) {
            assertThat(simulator.get("/venues/" + venue + "/requests"))
                    .filteredOn(request ->
                            Instant.parse(request.path("at").asText()).isAfter(killed))
                    .noneMatch(request -> request.path("method").asText().equals("POST")
                            && request.path("path").asText().matches(".*/order(s|/create)?"));
        }
    }
}
