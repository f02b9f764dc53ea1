package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rests at a venue that guards us is gone soon after the desk dies, and stays when the desk ends in order. */
class DeadManIT {

    private static final String REST = "buy 0.1 BTC-USDT --at 55000 --on bybit; venue bybit; echo placed";

    @TempDir
    Path home;

    private Simulator simulator;
    private Sluice desk;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(home.resolve("config.toml"), "[risk.dead-man]\nbybit = \"3s\"\n");
        simulator = Simulator.start(home, "bybit");
        desk = Sluice.at(home).with("--sim", simulator.file().toString());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String state() {
        return simulator.orders("bybit").get(0).path("state").asText();
    }

    @Test
    void aDeskThatIsKilledLosesItsOrdersAfterTheWindow() {
        try (var dying = desk.start("exec", "-c", REST + "; sleep 60s")) {
            dying.says("armed: everything is cancelled after 3 s without us").says("placed");
            assertThat(state()).isEqualTo("SUBMITTED");
            dying.signal("KILL");
            dying.end();
        }
        await().atMost(Sluice.PATIENCE).until(() -> state().equals("CANCELLED"));

        var after = desk.here("orders", "--all");
        assertThat(after.out()).contains("CANCELLED");
    }

    @Test
    void aDeskThatEndsInOrderKeepsThem() {
        assertThat(desk.here("exec", "-c", REST).status()).isZero();
        await().during(Duration.ofSeconds(5)).atMost(Sluice.PATIENCE).until(() -> state().equals("SUBMITTED"));
    }
}
