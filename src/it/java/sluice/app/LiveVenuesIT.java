package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile live at all venues, with the simulator behind the hosts of the configuration. */
class LiveVenuesIT {

    /** What signs or is signed: none of it may be kept or shown. */
    private static final List<String> TELLTALES =
            List.of("PRIVATE KEY", "signature=", "\"signature\":\"", "X-BAPI-SIGN", "Bearer ey", "\"jwt\":\"ey", "eyJ");

    private static final String TRADES = "buy 0.1 BTC-USDT --on binance; wait last filled;"
            + " buy 0.1 BTC-USDT --on bybit; wait last filled; buy 0.1 BTC-USD --on coinbase; wait last filled;"
            + " buy 0.01 BTC-USDT --on bybit --at 58000; cancel last; orders --all; balances; fills; venues";

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    /** Keys from a variable, from a file and from a command. */
    private Sluice live(Venues venues) throws IOException {
        var file = owned("bybit.key", venues.at("bybit", "apiKey") + "\n" + venues.at("bybit", "apiSecret") + "\n");
        var shown =
                owned("shown.key", venues.at("coinbase", "apiKey") + "\n" + venues.at("coinbase", "apiSecret") + "\n");
        var config = Files.writeString(
                home.resolve("config.toml"),
                venues.config(Map.of(
                        "binance",
                        "api-key-env = \"VENUE_KEY\"\napi-secret-env = \"VENUE_SECRET\"",
                        "bybit",
                        "file = \"" + file + "\"",
                        "coinbase",
                        "command = [\"cat\", \"" + shown + "\"]")));
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        return Sluice.at(home)
                .with("--profile", "live", "-v")
                .knowing(Map.of(
                        "VENUE_KEY", venues.at("binance", "apiKey"),
                        "VENUE_SECRET", venues.at("binance", "apiSecret")));
    }

    /** Not in the home, where everything is searched. */
    private Path owned(String name, String text) throws IOException {
        var file = Files.writeString(elsewhere.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void ordersAreTradedReconciledAfterARestartAndNoKeyIsSeenAnywhere() throws IOException {
        try (var venues = Venues.start(elsewhere)) {
            var sluice = live(venues);
            var seen = new StringBuilder();
            for (var prepared : List.of(
                    sluice.run("config", "check"), sluice.run("config", "show"), sluice.run("doctor", "--json"))) {
                assertThat(prepared.status())
                        .as(prepared.out() + prepared.err())
                        .isZero();
                seen.append(prepared.out()).append(prepared.err());
            }
            assertThat(seen).contains("may trade, may not withdraw", "0 open orders", "apart");
            for (var venue : List.of("binance", "bybit", "coinbase")) {
                assertThat(venues.get("/venues/" + venue + "/orders")).isEmpty();
            }

            seen.append(traded(sluice));
            var again = sluice.with("--yes", "--json").run("exec", "-c", "reconcile; fills; status");
            assertThat(again.status()).as(again.out() + again.err()).isZero();
            assertThat(again.json().get(0).path("result").path("plan")).isEmpty();
            seen.append(again.out()).append(again.err());
            seen.append(recorded(sluice));
            seen.append(crashed(sluice));
            seen.append(sluice.everythingKept());
            assertThat(seen.toString())
                    .contains("order.traded")
                    .doesNotContain(venues.secrets().toArray(String[]::new))
                    .doesNotContain(TELLTALES.toArray(String[]::new));
        }
    }

    /** What a whole run says, and what the process list shows of it. */
    private static String traded(Sluice sluice) throws IOException {
        try (var running = sluice.with("--yes", "--json").start("exec", "-c", TRADES + "; echo done; sleep 60s")) {
            running.says("\"done\"");
            var listed = listed();
            var result = running.signal("INT").end();
            assertThat(result.out()).contains("FILLED").doesNotContain("\"ok\":false,\"command\":\"buy\"");
            return listed + result.out() + result.err();
        }
    }

    private static String listed() throws IOException {
        var list = new ProcessBuilder("ps", "-eww", "-o", "args").start();
        return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String recorded(Sluice sluice) throws IOException {
        var file = home.resolve("frames.jsonl.gz");
        var recording = sluice.run("record", "--for", "3s", file.toString());
        assertThat(recording.status()).as(recording.out() + recording.err()).isZero();
        try (var frames = new GZIPInputStream(Files.newInputStream(file))) {
            var text = new String(frames.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("\"dir\":\"recv\"", "BTCUSDT", "BTC-USD");
            return text + recording.out() + recording.err();
        }
    }

    /** A fault of the machine in the middle of a run: what the virtual machine leaves of it. */
    private String crashed(Sluice sluice) throws IOException {
        var report = home.resolve("crash.log");
        try (var running = sluice.with("--yes")
                .on("-XX:ErrorFile=" + report)
                .start("exec", "-c", "buy 0.1 BTC-USDT --on binance; echo ready; sleep 60s")) {
            running.says("ready");
            running.signal("QUIT").signal("SEGV");
            var result = running.end();
            assertThat(result.status()).isNotZero();
            assertThat(report).exists();
            return result.out() + result.err() + Files.readString(report);
        }
    }

    @Test
    void aKeyThatMayWithdrawIsRefusedAtEveryVenue() throws IOException {
        try (var venues = Venues.start(elsewhere)) {
            var sluice = live(venues);
            for (var venue : List.of("binance", "bybit", "coinbase")) {
                venues.post("/venues/" + venue + "/faults", "{\"kind\":\"key-withdraws\"}");
                var refused = sluice.with("--yes").here("exec", "-c", "venues");
                assertThat(refused.status()).isEqualTo(6);
                assertThat(refused.err()).contains("The API key for " + venue + " may withdraw");
                var doctor = sluice.here("doctor");
                assertThat(doctor.status()).isEqualTo(1);
                assertThat(doctor.out()).contains("The API key for " + venue + " may withdraw");
                venues.send("DELETE", "/venues/" + venue + "/faults");
            }
            assertThat(sluice.with("--yes").here("exec", "-c", "venues").status())
                    .isZero();
        }
    }

    @Test
    void aKeyTheVenueDoesNotKnowIsRefused() throws IOException {
        try (var venues = Venues.start(elsewhere)) {
            var refused = live(venues)
                    .alsoKnowing(Map.of("VENUE_SECRET", "another-secret-0001"))
                    .with("--yes")
                    .here("exec", "-c", "venues");
            assertThat(refused.status()).isEqualTo(6);
            assertThat(refused.err())
                    .contains("The API key for binance is not taken there")
                    .doesNotContain("another-secret-0001");
        }
    }

    @Test
    void aKeyOnTheCommandLineIsRefusedAndNotRepeated() {
        var refused = Sluice.at(home).with("--profile", "live").run("--api-secret=AKIA1234AKIA1234", "orders");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("never taken from the command line").doesNotContain("AKIA1234");
    }
}
