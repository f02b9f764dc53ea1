package sluice.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** How connections to a journal's files are opened, and the small questions asked on them. */
final class Database {

    /** A reader of ours never blocks the writer; whoever else does, does so for as long as a desk may stand still. */
    private static final int BUSY_MILLIS = 250;

    /** Pages of log before a commit folds it into the file itself; {@code idle} folds long before. */
    static final int AUTO_CHECKPOINT_PAGES = 4_000;

    private static final int CACHE_KIB = 16_384;

    private Database() {}

    /**
     * The one connection that writes; what it commits is on the disk. It has touched nothing yet.
     *
     * <p>All its transactions are begun and ended by statements. The driver is told not to commit by itself, since it
     * would then try to begin and commit an empty transaction after each of them.
     */
    static Connection writer(Path file) throws SQLException {
        var connection = config().createConnection(url(file));
        connection.setAutoCommit(false);
        execute(connection, "COMMIT");
        return connection;
    }

    /** Lets others read while one writes, and a commit cost one sync. */
    static void log(Connection connection) throws SQLException {
        number(connection, "PRAGMA wal_autocheckpoint = " + AUTO_CHECKPOINT_PAGES);
        var mode = first(connection, "PRAGMA journal_mode = WAL", row -> row.getString(1), "");
        if (!mode.equals("wal")) {
            throw new SQLException("this file system cannot hold a write-ahead log");
        }
    }

    /** Reads a journal, whether or not a desk is writing it. */
    static Connection reader(Path file) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        return config.createConnection(url(file));
    }

    /** Reads a file that no one will ever write again. */
    static Connection sealed(Path file) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        return config.createConnection(url(file) + "?immutable=1");
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The first number a query gives; 0 when it gives none. */
    static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return first(connection, sql, row -> row.getLong(1), 0L, parameters);
    }

    /** What the first row of a query says, or something else when there is none. */
    static <T> T first(Connection connection, String sql, Column<T> column, T none, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = statement.executeQuery();
            return rows.next() ? column.read(rows) : none;
        }
    }

    /** One value of a row. */
    interface Column<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does several things in one transaction, or none of them. */
    static void transact(Connection connection, Work work) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            work.run();
            execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    static void rollback(Connection connection, Exception why) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** What is done in a transaction. */
    interface Work {
        void run() throws SQLException;
    }
}
