package sluice.bench.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sluice.bench.Figures;
import sluice.journal.Entry;
import sluice.journal.Entry.Refs;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Stamp;

/**
 * What a durable batch costs over SQLite bare.
 *
 * <p>The bare rows are made in the same run, on the same disk, with the same columns and settings, by the plainest
 * driver code.
 */
public final class Append {

    private static final int COMMITS = 4_000;
    private static final int ROUNDS = 5;
    private static final byte[] PAYLOAD =
            ("{\"clOrdId\":\"sl-abc123-000042\",\"venue\":\"binance\",\"symbol\":\"BTC-USDT\","
                            + "\"side\":\"BUY\",\"px\":\"64123.45\",\"orderQty\":\"0.50000\",\"tif\":\"GTC\",\"mids\":"
                            + "{\"consolidated\":\"64123.40\",\"venue\":\"64123.30\",\"spread\":\"0.10\"}}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final String BARE_INSERT = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private Append() {}

    public static void main(String[] arguments) throws Exception {
        var home = Files.createTempDirectory(
                Path.of(System.getProperty("dir", "target")).toAbsolutePath(), "journal");
        try {
            for (var size : List.of(1, 10, 100)) {
                append(home, size);
            }
        } finally {
            remove(home);
        }
    }

    /** Ours and bare take turns, so that what the disk does to one it does to the other. */
    private static void append(Path home, int size) throws SQLException {
        var commits = Math.max(COMMITS / size, 400);
        var ours = new long[ROUNDS * commits];
        var bare = new long[ROUNDS * commits];
        try (var journal = SqliteJournal.open(home.resolve("append-" + size + ".db"), "bench");
                var connection = bare(home.resolve("bare-" + size + ".db"));
                var insert = connection.prepareStatement(BARE_INSERT)) {
            for (var round = -1; round < ROUNDS; round++) {
                for (var i = 0; i < commits; i++) {
                    var took = timed(journal, size);
                    var bareTook =
                            timed(connection, insert, (long) (round + 1) * commits * size + (long) i * size, size);
                    if (round >= 0) {
                        ours[round * commits + i] = took;
                        bare[round * commits + i] = bareTook;
                    }
                }
                journal.idle();
            }
        }
        report("journal.append." + size, ours);
        report("journal.append." + size + ".bare", bare);
        Figures.print("journal.append." + size, "ratio_p50", (double) ours[ours.length / 2] / bare[bare.length / 2]);
    }

    private static long timed(SqliteJournal journal, int size) {
        var batch = batch(journal.head().seq() + 1, size);
        var start = System.nanoTime();
        journal.append(batch);
        return System.nanoTime() - start;
    }

    private static long timed(Connection connection, PreparedStatement insert, long from, int size)
            throws SQLException {
        var batch = batch(from + 1, size);
        var start = System.nanoTime();
        for (var entry : batch) {
            bind(insert, entry);
            insert.executeUpdate();
        }
        connection.commit();
        return System.nanoTime() - start;
    }

    private static Connection bare(Path file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, at INTEGER, nanos INTEGER, type TEXT,"
                    + " parent INTEGER, child INTEGER, fill_key TEXT, payload BLOB)");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setLong(1, entry.seq());
        insert.setLong(2, entry.stamp().at().toEpochMilli());
        insert.setLong(3, entry.stamp().nanos());
        insert.setString(4, entry.type());
        insert.setLong(5, entry.refs().parent());
        insert.setLong(6, entry.refs().child());
        insert.setString(7, entry.refs().fillKey());
        insert.setBytes(8, entry.payload());
    }

    /** A parent in ten events, a fill in five. */
    private static List<Entry> batch(long from, int size) {
        var batch = new ArrayList<Entry>(size);
        for (var seq = from; seq < from + size; seq++) {
            var fill = seq % 5 == 0;
            var stamp =
                    new Stamp(Instant.ofEpochSecond(1_790_000_000 + seq / 100, seq % 100 * 10_000_000), seq * 1_000);
            var refs = new Refs(seq / 10 + 1, seq / 5 + 1, fill ? "binance:main:BTCUSDT:" + seq + ":BUY" : "");
            batch.add(new Entry(seq, stamp, fill ? "order.traded" : "order.accepted", refs, PAYLOAD));
        }
        return batch;
    }

    private static void report(String bench, long[] nanos) {
        Arrays.sort(nanos);
        Figures.print(bench, "p50_us", nanos[nanos.length / 2] / 1e3);
        Figures.print(bench, "p99_us", nanos[nanos.length * 99 / 100] / 1e3);
    }

    private static void remove(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home);
    }
}
