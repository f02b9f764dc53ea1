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

    @TempDir
    Path elsewhere;

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
        try (var simulator = Simulator.start(elsewhere);
                var running = live(simulator, "api-key-env = \"VENUE_KEY\"\napi-secret-env = \"VENUE_SECRET\"")
                        .knowing(Map.of("VENUE_KEY", simulator.at("apiKey"), "VENUE_SECRET", simulator.at("apiSecret")))
                        .with("-v", "--yes")
                        .start("exec", "-c", "buy 0.1 BTC-USDT; wait last filled; echo done; sleep 60s")) {
            running.says("done");
            var arguments = Files.readString(Path.of("/proc/" + running.pid() + "/cmdline"));
            running.signal("INT").end();
            assertThat(arguments
                            + running.out()
                            + running.err()
                            + Sluice.at(home).everythingKept())
                    .contains("order.traded")
                    .doesNotContain(simulator.at("apiKey"), simulator.at("apiSecret"));
        }
    }

    @Test
    void aKeyFileOthersCanReadIsRefused() throws IOException {
        try (var simulator = Simulator.start(elsewhere)) {
            var file = Files.writeString(
                    home.resolve("keys"), simulator.at("apiKey") + "\n" + simulator.at("apiSecret") + "\n");
            var sluice = live(simulator, "file = \"" + file + "\"");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            var open = sluice.with("--yes").here("exec", "-c", "balances");
            assertThat(open.status()).isEqualTo(6);
            assertThat(open.err()).contains("chmod 600").doesNotContain(simulator.at("apiSecret"));

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(sluice.with("--yes").here("exec", "-c", "balances").status())
                    .isZero();

            var unconfirmed = sluice.here("exec", "-c", "balances");
            assertThat(unconfirmed.status()).isEqualTo(6);
            assertThat(unconfirmed.err()).contains("--yes");
        }
    }

    @Test
    void withoutAVenueTheLiveProfileSaysWhatIsMissing() {
        var run = Sluice.at(home).with("--profile", "live", "--yes").here("exec", "-c", "venues");
        assertThat(run.status()).isEqualTo(6);
        assertThat(run.err()).contains("[venues.binance]");
        var doctor = Sluice.at(home).with("--profile", "live").here("doctor");
        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.out()).contains("none is configured");
    }
}
