package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be typed before a real order leaves, with the simulator in the place of the real venue. */
class LiveConfirmationIT {

    private static final String ORDER = "buy 0.01 BTC-USDT --at 50000";

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private void configure(Simulator simulator) throws IOException {
        var keys = Files.writeString(
                elsewhere.resolve("keys"), simulator.at("apiKey") + "\n" + simulator.at("apiSecret") + "\n");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(home.resolve("config.toml"), """
                [venues.binance]
                rest = "REST"
                streams = "WS"
                ws-api = "WS/ws-api/v3"
                symbols = ["BTC-USDT"]
                [venues.binance.keys]
                file = "KEYS"
                """.replace("REST", simulator.at("rest"))
                .replace("WS", simulator.at("ws"))
                .replace("KEYS", keys + ""));
    }

    @Test
    void nothingLeavesAPromptBeforeTheWordWasTypedAndTheOrderAgreedTo() throws IOException {
        assumeTrue(Tmux.isThere(), "skipped: tmux is not here");
        try (var simulator = Simulator.start(elsewhere);
                var tmux = Tmux.start(elsewhere, 120, 40)) {
            configure(simulator);
            var live = List.of("--home", home.toString(), "--profile", "live");
            tmux.starts(live).shows("Type live to go on:").types("yes").presses("Enter");
            tmux.shows("Not started: the word was not typed").presses("C-l");
            tmux.starts(live)
                    .shows("Real orders, real money, at binance.")
                    .types("live")
                    .presses("Enter");
            tmux.shows("sluice LIVE>").types(ORDER).presses("Enter").shows("Send this? [y/N]");
            assertThat(tmux.screen()).contains("0.01", "BTC-USDT");
            assertThat(simulator.orders()).isEmpty();
            tmux.presses("Enter").shows("NOT_CONFIRMED");
            assertThat(simulator.orders()).isEmpty();
            tmux.presses("C-l").types(ORDER).presses("Enter").shows("Send this? [y/N]");
            tmux.types("y").presses("Enter");
            await().atMost(Sluice.PATIENCE).until(() -> simulator.orders().size() == 1);
            tmux.types("exit --force").presses("Enter").shows("shell$");
        }
    }

    @Test
    void aScriptWithoutAYesSendsNothing() throws IOException {
        try (var simulator = Simulator.start(elsewhere)) {
            configure(simulator);
            var refused = Sluice.at(home).with("--profile", "live", "--json").here("exec", "-c", ORDER);
            assertThat(refused.status()).isEqualTo(6);
            assertThat(refused.json().get(0).at("/error/code").asText()).isEqualTo("UNCONFIRMED");
            assertThat(refused.out()).contains("--yes");
            assertThat(simulator.orders()).isEmpty();
            assertThat(simulator.get("/venues/binance/requests"))
                    .noneMatch(request -> request.path("path").asText().equals("/api/v3/order"));
        }
    }
}
