package sluice.sim.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connection to the exchange's file, its schema and its statements. Confined to the simulator's thread. */
final class Database implements AutoCloseable {

    private static final int VERSION = 3;

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE world (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE counters (venue TEXT PRIMARY KEY, order_id INTEGER NOT NULL, trade_id INTEGER NOT NULL,"
                    + " exec_id INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE balances (venue TEXT, account TEXT, asset TEXT, free TEXT NOT NULL, locked TEXT NOT NULL,"
                    + " PRIMARY KEY (venue, account, asset)) WITHOUT ROWID",
            "CREATE TABLE orders (venue TEXT, order_id INTEGER, account TEXT NOT NULL, client_id TEXT NOT NULL,"
                    + " symbol TEXT NOT NULL, side TEXT NOT NULL, type TEXT NOT NULL, tif TEXT NOT NULL,"
                    + " amount TEXT NOT NULL, in_quote INTEGER NOT NULL, px TEXT NOT NULL, self_trade TEXT NOT NULL,"
                    + " order_qty TEXT NOT NULL, state TEXT NOT NULL, cum_qty TEXT NOT NULL, cum_quote TEXT NOT NULL,"
                    + " cause TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,"
                    + " PRIMARY KEY (venue, order_id)) WITHOUT ROWID",
            "CREATE TABLE fills (venue TEXT, exec_id INTEGER, trade_id INTEGER NOT NULL, account TEXT NOT NULL,"
                    + " order_id INTEGER NOT NULL, client_id TEXT NOT NULL, symbol TEXT NOT NULL, side TEXT NOT NULL,"
                    + " last_qty TEXT NOT NULL, last_px TEXT NOT NULL, fee TEXT NOT NULL, fee_asset TEXT NOT NULL,"
                    + " liquidity TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (venue, exec_id)) WITHOUT ROWID");

    /** The second version knows perpetuals. */
    private static final List<String> PERPETUALS = List.of(
            "ALTER TABLE orders ADD COLUMN reduce_only INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE fills ADD COLUMN closed_qty TEXT NOT NULL DEFAULT '0'",
            "ALTER TABLE fills ADD COLUMN pnl TEXT NOT NULL DEFAULT '0'",
            "CREATE TABLE positions (venue TEXT, account TEXT, symbol TEXT, size TEXT NOT NULL,"
                    + " entry_value TEXT NOT NULL, realised TEXT NOT NULL, leverage TEXT NOT NULL,"
                    + " updated_at TEXT NOT NULL, PRIMARY KEY (venue, account, symbol)) WITHOUT ROWID",
            "CREATE TABLE fundings (venue TEXT, exec_id INTEGER, account TEXT NOT NULL, symbol TEXT NOT NULL,"
                    + " size TEXT NOT NULL, mark TEXT NOT NULL, rate TEXT NOT NULL, paid TEXT NOT NULL,"
                    + " asset TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (venue, exec_id)) WITHOUT ROWID");

    /** The third version knows orders that are good till a date. */
    private static final String DATES = "ALTER TABLE orders ADD COLUMN until TEXT NOT NULL DEFAULT ''";

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file) {
        try {
            var database = new Database(file, DriverManager.getConnection("jdbc:sqlite:" + file));
            database.prepare();
            return database;
        } catch (SQLException failed) {
            throw new UnableToKeepException(
                    "Cannot open the simulated exchange at " + file + ": " + failed.getMessage()
                            + ". Start a new one with `sluice sim reset`.",
                    failed);
        }
    }

    /** Runs the statement with the values. */
    void run(String sql, Object... values) {
        try {
            bind(sql, values).executeUpdate();
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    /** The rows as values; leaves no transaction open behind it. */
    <T> List<T> read(String sql, Row<T> row, Object... values) {
        var read = rows(sql, row, values);
        durably(() -> {});
        return read;
    }

    private <T> List<T> rows(String sql, Row<T> row, Object... values) {
        try (var rows = bind(sql, values).executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(row.of(rows));
            }
            return read;
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    /** Does all of it in one transaction that is on the disk when this returns. */
    void durably(Runnable writes) {
        try {
            writes.run();
            connection.commit();
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    /** Does all of it in one transaction that outlives the process but perhaps not the machine. */
    void lightly(Runnable writes) {
        pragma("synchronous = NORMAL");
        durably(writes);
        pragma("synchronous = FULL");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    /** One row as a value. */
    @FunctionalInterface
    interface Row<T> {

        T of(ResultSet row) throws SQLException;
    }

    private void prepare() throws SQLException {
        pragma("journal_mode = WAL");
        pragma("synchronous = FULL");
        var version = rows("PRAGMA user_version", row -> row.getInt(1)).get(0);
        if (version > VERSION) {
            connection.close();
            throw new UnableToKeepException("The simulated exchange at " + file + " was written by a newer sluice."
                    + " Use that one, or start a new exchange with `sluice sim reset`.");
        }
        connection.setAutoCommit(false);
        if (version < VERSION) {
            durably(() -> upgrade(version));
        }
    }

    /** The schema and its number change together or not at all. */
    private void upgrade(int version) {
        if (version < 1) {
            SCHEMA.forEach(this::run);
        }
        if (version < 2) {
            PERPETUALS.forEach(this::run);
        }
        run(DATES);
        run("PRAGMA user_version = " + VERSION);
    }

    /** Says which schema the file has. */
    void version(int version) {
        pragma("user_version = " + version);
    }

    /** A pragma of this kind takes effect only outside a transaction. */
    private void pragma(String text) {
        try (var statement = connection.createStatement()) {
            var auto = connection.getAutoCommit();
            connection.setAutoCommit(true);
            statement.execute("PRAGMA " + text);
            connection.setAutoCommit(auto);
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    private PreparedStatement bind(String sql, Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private UnableToKeepException broken(SQLException failed) {
        return new UnableToKeepException(
                "Cannot keep the simulated exchange in " + file + ": " + failed.getMessage() + ".", failed);
    }
}
