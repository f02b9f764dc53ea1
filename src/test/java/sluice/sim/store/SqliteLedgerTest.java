package sluice.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.market.Side;
import sluice.sim.Ledger;
import sluice.sim.floor.Scene;

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

    private Ledger open(Path home) {
        var ledger = SqliteLedger.open(home);
        open.add(ledger);
        return ledger;
    }

    private Path home() {
        return directory.resolve("home" + homes);
    }
}
