package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {

    private static final String PLACE_EVERYWHERE = "buy 0.1 BTC-USDT --at 55000 --on binance;"
            + " buy 0.1 BTC-USDT --at 55000 --on bybit; buy 0.1 BTC-USD --at 55000 --on coinbase;"
            + " echo placed; sleep 60s";

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Simulator simulator;
    private Sluice desk;

    @BeforeEach
    void startSimulator() {
        simulator = Simulator.start(home, "binance,bybit,coinbase");
        desk = Sluice.at(home).with("--sim", simulator.file().toString());
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    private List<String> states(String venue) {
        return StreamSupport.stream(simulator.orders(venue).spliterator(), false)
                .map(order -> order.path("state").asText())
                .toList();
    }

    @Test
    void aKillReachesTheVenuesWhileTheDeskIsStuckAndLeavesOtherOrdersAlone() {
        var manual = Sluice.at(elsewhere)
                .with("--sim", simulator.file().toString())
                .run("exec", "-c", "buy 0.2 BTC-USDT --at 54000 --on binance");
        assertThat(manual.status()).isZero();
        try (var stuck = desk.start("exec", "-c", PLACE_EVERYWHERE)) {
            stuck.says("placed").signal("STOP");

            var drill = desk.run("kill", "--drill");
            assertThat(drill.out()).contains("binance lists 1 of ours", "bybit lists 1 of ours", "coinbase lists 1");
            assertThat(states("bybit")).containsExactly("SUBMITTED");

            var killed = desk.run("kill");
            assertThat(killed.out())
                    .contains("binance shows none of ours any more", "Not ours, and left alone", "Word was left");
            assertThat(states("binance")).containsExactlyInAnyOrder("SUBMITTED", "CANCELLED");
            assertThat(states("bybit")).containsExactly("CANCELLED");
            assertThat(states("coinbase")).containsExactly("CANCELLED");
            assertThat(home.resolve("sim/journal.db.kill")).exists();
        }
        var after = desk.run("exec", "-c", "buy 0.1 BTC-USDT --at 55000");
        assertThat(after.status()).isEqualTo(1);
        assertThat(after.err()).contains("RISK_TRADING_STATE");
        assertThat(Files.exists(home.resolve("sim/journal.db.kill"))).isFalse();
    }

    @Test
    @Tag("long")
    void aVenueThatCannotBeReachedIsNamedAndKeepsNoOtherWaiting() {
        try (var dead = desk.start("exec", "-c", PLACE_EVERYWHERE)) {
            dead.says("placed").signal("KILL");
            dead.end();
        }
        simulator.post("/venues/bybit/faults", "{\"kind\":\"maintenance\",\"count\":100000,\"forMs\":600000}");

        var killed = desk.run("kill");
        assertThat(killed.status()).isNotZero();
        assertThat(killed.out())
                .contains("binance shows none of ours any more", "bybit is not proven to be empty of ours");
        assertThat(states("binance")).containsExactly("CANCELLED");
        assertThat(states("coinbase")).containsExactly("CANCELLED");
    }
}
