package sluice.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.market.Side;
import sluice.sim.Ledger;
import sluice.sim.WorldSpec;
import sluice.sim.floor.Scene;
import sluice.sim.floor.World;

class SqliteLedgerTest extends RestartContract {

    private final List<Ledger> open = new ArrayList<>();
    private int homes;

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        open.forEach(Ledger::close);
    }

    /** Copies the files as they lie there, as a crash would leave them. */
    @Override
    Ledger reopen() {
        try {
            var from = home();
            homes++;
            Files.createDirectories(home());
            for (var name : List.of("sim-exchange.db", "sim-exchange.db-wal")) {
                if (Files.exists(from.resolve(name))) {
                    Files.copy(from.resolve(name), home().resolve(name));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return open(home());
    }

    @Test
    void aClosedExchangeOpensAgain() {
        var scene = scene();
        var order = scene.taken(Scene.DESK, scene.limit(Side.BUY, "1", "50000"));
        scene.world().close();
        open.clear();
        var again = new Scene(1, open(home()), Scene.START);
        assertThat(again.now(order)).isEqualTo(order);
    }

    @Test
    void onlyOneMayHoldAHome() {
        reopen();
        assertThatThrownBy(() -> SqliteLedger.open(home()))
                .isInstanceOf(UnableToKeepException.class)
                .hasMessageContaining("in use by another process");
        assertThatThrownBy(() -> SqliteLedger.reset(home())).isInstanceOf(UnableToKeepException.class);
    }

    @Test
    void aResetForgetsEverything() {
        scene();
        open.remove(0).close();
        assertThat(SqliteLedger.reset(home())).isTrue();
        assertThat(SqliteLedger.reset(home())).isFalse();
        assertThat(open(home()).world()).isEmpty();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLetGo() throws IOException {
        Files.createDirectories(home());
        Files.writeString(home().resolve("sim-exchange.db"), "a shopping list ".repeat(200));
        assertThatThrownBy(() -> SqliteLedger.open(home()))
                .isInstanceOf(UnableToKeepException.class)
                .hasMessageContaining("not a database");
        assertThat(SqliteLedger.reset(home())).isTrue();
    }

    @Test
    void anExchangeOfTheFirstVersionOpensAndGainsTheVenuesItDidNotKnow() throws IOException, SQLException {
        writeFirstVersion();
        var then = Instant.parse("2026-08-01T00:00:30Z");
        var world = World.open(WorldSpec.usual(1), open(home()), then);
        var binance = world.exchange("binance");
        assertThat(binance.fills(Scene.DESK)).hasSize(1);
        assertThat(binance.openOrders(Scene.DESK, Optional.empty()))
                .extracting(order -> order.clientId())
                .containsExactly("resting");
        assertThat(binance.mid(Scene.BTC).value().doubleValue()).isCloseTo(66_000, withPercentage(0.5));
        for (var venue : List.of("coinbase", "bybit")) {
            world.exchange(venue).enroll(Scene.DESK);
            assertThat(world.exchange(venue).holdings(Scene.DESK).get("BTC").free())
                    .isEqualByComparingTo("100");
        }
        var perpetual = world.exchange("bybit").mid("BTCUSDT-PERP").value().doubleValue();
        assertThat(perpetual
                        / world.exchange("bybit").efficient("BTCUSDT").value().doubleValue())
                .isBetween(0.999, 1.001);
        var again = World.open(WorldSpec.usual(1), reopen(), then);
        assertThat(again.exchange("bybit").accounts()).contains(Scene.DESK);
    }

    @Test
    void aFileOfANewerVersionIsRefused() {
        reopen().close();
        open.clear();
        try (var database = Database.open(home().resolve("sim-exchange.db"))) {
            database.version(99);
        }
        assertThatThrownBy(() -> SqliteLedger.open(home()))
                .isInstanceOf(UnableToKeepException.class)
                .hasMessageContaining("newer sluice");
    }

    /** What the first version wrote, statement by statement. */
    private void writeFirstVersion() throws IOException, SQLException {
        Files.createDirectories(home());
        try (var dump = Objects.requireNonNull(getClass().getResourceAsStream("sim-exchange-1.sql"));
                var connection = DriverManager.getConnection("jdbc:sqlite:" + home().resolve("sim-exchange.db"));
                var statement = connection.createStatement()) {
            for (var line : new String(dump.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                statement.execute(line);
            }
        }
    }

    private Ledger open(Path home) {
        var ledger = SqliteLedger.open(home);
        open.add(ledger);
        return ledger;
    }

    private Path home() {
        return directory.resolve("home" + homes);
    }
}
