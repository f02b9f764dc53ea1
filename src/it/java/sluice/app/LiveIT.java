package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live profile with the simulator in the place of the real venue. */
class LiveIT {

    @TempDir
    Path home;

    private Sluice live(Simulator simulator, String keys) throws IOException {
        var ws = simulator.at("ws");
        Files.writeString(home.resolve("config.toml"), """
                [venues.binance]
                rest = "%s"
                streams = "%s"
                ws-api = "%s/ws-api/v3"
                symbols = ["BTC-USDT"]
                [venues.binance.keys]
                %s
                """.formatted(simulator.at("rest"), ws, ws, keys));
        return Sluice.at(home).with("--profile", "live");
    }

    @Test
    void keysAreReadWhereTheyAreKeptAndShownNowhere() throws IOException {
        try (var simulator = Simulator.start(home.resolve("elsewhere-" + "sim"))) {
            var key = simulator.at("apiKey");
            var secret = simulator.at("apiSecret");
            var sluice = live(simulator, "api-key-env = \"VENUE_KEY\"\napi-secret-env = \"VENUE_SECRET\"")
                    .knowing(Map.of("VENUE_KEY", key, "VENUE_SECRET", secret))
                    .with("-v", "--yes");
            try (var running = sluice.start("exec", "-c", "buy 0.1 BTC-USDT; wait last filled; echo done; sleep 60s")) {
                running.says("done");
                var arguments = Files.readString(Path.of("/proc/" + running.pid() + "/cmdline"));
                assertThat(arguments).doesNotContain(key, secret);
                running.signal("INT").end();
                assertThat(running.out() + running.err()).doesNotContain(key, secret);
            }
            Files.move(
                    home.resolve("elsewhere-sim"),
                    Files.createTempDirectory("sim").resolve("moved"));
            assertThat(sluice.everythingKept()).doesNotContain(key, secret);
        }
    }

    @Test
    void aKeyFileOthersCanReadIsRefused() throws IOException {
        try (var simulator = Simulator.start(home)) {
            var file = Files.writeString(
                    home.resolve("keys"), simulator.at("apiKey") + "\n" + simulator.at("apiSecret") + "\n");
            var sluice = live(simulator, "file = \"" + file + "\"");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            var open = sluice.with("--yes").run("exec", "-c", "balances");
            assertThat(open.status()).isEqualTo(6);
            assertThat(open.err()).contains("chmod 600").doesNotContain(simulator.at("apiSecret"));

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(sluice.with("--yes").run("exec", "-c", "balances").status())
                    .isZero();

            var unconfirmed = sluice.run("exec", "-c", "balances");
            assertThat(unconfirmed.status()).isEqualTo(6);
            assertThat(unconfirmed.err()).contains("--yes");
        }
    }

    @Test
    void withoutAVenueTheLiveProfileSaysWhatIsMissing() {
        var run = Sluice.at(home).with("--profile", "live", "--yes").run("exec", "-c", "venues");
        assertThat(run.status()).isEqualTo(6);
        assertThat(run.err()).contains("[venues.binance]");
    }
}
