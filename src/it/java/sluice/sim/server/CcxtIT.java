package sluice.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Clock;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

/**
 * ccxt, unchanged but for its URLs, trades on the simulator. Needs node, and npm's registry or cache the first time.
 */
class CcxtIT {

    private static final Path SOURCE = Path.of("src/it/ccxt");
    private static final Path INSTALLED = Path.of("target/ccxt");
    private static final List<String> STEPS = List.of(
            "loadMarkets",
            "fetchOrderBook",
            "watchOrderBook",
            "watchTrades",
            "createOrder",
            "fetchOpenOrders",
            "fetchOrder",
            "cancelOrder",
            "createMarketOrder",
            "fetchMyTrades",
            "fetchBalance",
            "watchOrders",
            "createOrderWs");

    private static final Clock WALL = new Clock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    private record Ran(int status, String out) {}

    @ParameterizedTest
    @ValueSource(strings = {"binance", "coinbase"})
    void ccxtTradesOn(String name) throws IOException, InterruptedException {
        assumeTrue(runs("node", "--version"), "skipped: node is not here");
        assumeTrue(installed(), "skipped: npm could not install ccxt, its registry is not reachable");
        try (var server = SimServer.start(SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), WALL))) {
            var venue = server.venues().stream()
                    .filter(served -> served.venue().equals(name))
                    .findFirst()
                    .orElseThrow();
            var ran = run(
                    INSTALLED, "node", "trades.js", name, venue.rest(), venue.ws(), venue.apiKey(), venue.apiSecret());
            assertThat(ran.status()).as(ran.out()).isZero();
            assertThat(ran.out().lines().filter(line -> line.startsWith("{\"step\":")))
                    .hasSameSizeAs(STEPS)
                    .allMatch(line -> STEPS.stream().anyMatch(step -> line.startsWith("{\"step\":\"" + step + "\"")));
        }
    }

    /** Installs what the lock file pins, once. */
    private static boolean installed() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (var name : List.of("package.json", "package-lock.json", "trades.js", "venues.js")) {
            Files.copy(SOURCE.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.exists(INSTALLED.resolve("node_modules/ccxt/package.json"))
                || runs("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return run(INSTALLED.toFile().isDirectory() ? INSTALLED : Path.of("."), command)
                            .status()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Ran run(Path directory, String... command) throws IOException, InterruptedException {
        var log = File.createTempFile("ccxt", ".log");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        var out = Files.readString(log.toPath());
        Files.delete(log.toPath());
        return new Ran(ended ? process.exitValue() : -1, out);
    }
}
