package sluice.bench.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import sluice.bench.Figures;
import sluice.bench.desk.Homes;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.State;
import sluice.journal.sqlite.SqliteJournal;

/**
 * A million events of real orders read, decoded and folded into a state, beside a bare scan of the same rows; and what
 * a start over them costs beyond one over an empty journal, with a checkpoint.
 */
public final class Fold {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private long seq;
    private int written;

    private Fold() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fold");
        try {
            new Fold().run(home);
        } finally {
            Homes.remove(home);
        }
    }

    private void run(Path home) throws Exception {
        var file = home.resolve("journal.db");
        try (var journal = SqliteJournal.open(file, "bench")) {
            var history = new History(journal, Instant.ofEpochSecond(1_790_000_000));
            while (history.events() < EVENTS) {
                history.filled();
            }
            history.append();
            seq = history.events();
            written = history.fills();
        }
        replays(file);
        restarts(home, file);
    }

    private void replays(Path file) throws SQLException {
        var folded = new double[ROUNDS];
        var read = new double[ROUNDS];
        var scanned = new double[ROUNDS];
        try (var journal = SqliteJournal.open(file, "bench")) {
            for (int round = -1; round < ROUNDS; round++) {
                double scan = scan(file);
                double reading = read(journal);
                double folding = fold(journal);
                if (round >= 0) {
                    scanned[round] = scan;
                    read[round] = reading;
                    folded[round] = folding;
                }
            }
        }
        Figures.print("journal.replay", "ms", median(folded));
        Figures.print("journal.replay.undecoded", "ms", median(read));
        Figures.print("journal.replay.bare_scan", "ms", median(scanned));
        Figures.print("journal.replay", "ratio", median(folded) / median(scanned));
    }

    private record Decoded(long seq, Optional<DeskEvent> event) {}

    private double fold(SqliteJournal journal) {
        var fresh = new State();
        var decoder = new EventCodec(id -> fresh.orders().order(id));
        long start = System.nanoTime();
        journal.replay(
                0,
                entry -> new Decoded(entry.seq(), decoder.decodeForFold(entry)),
                decoded -> decoded.event.ifPresentOrElse(
                        event -> fresh.apply(decoded.seq, event), () -> fresh.pass(decoded.seq)));
        double took = since(start);
        check(fresh.orders().fills().size() == written);
        return took;
    }

    private static double read(SqliteJournal journal) {
        var sum = new long[1];
        long start = System.nanoTime();
        journal.replay(0, entry -> sum[0] += entry.payload().length);
        double took = since(start);
        check(sum[0] > 0);
        return took;
    }

    private double scan(Path file) throws SQLException {
        long rows = 0;
        long sum = 0;
        long start = System.nanoTime();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT seq, at, nanos, type, parent, child, fill_key, payload FROM events ORDER BY seq")) {
            while (result.next()) {
                sum += result.getLong(1) + result.getLong(2) + result.getLong(3) + result.getInt(4);
                sum += result.getLong(5) + result.getLong(6);
                var key = result.getString(7);
                sum += (key == null ? 0 : key.length()) + result.getBytes(8).length;
                rows++;
            }
        }
        double took = since(start);
        check(rows == seq && sum != 0);
        return took;
    }

    /** Each start is a process of its own, as it is in life. */
    private static void restarts(Path home, Path file) throws Exception {
        System.err.println("without a checkpoint: " + Restart.fresh(file) + " ms");
        var full = new double[ROUNDS];
        var empty = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            full[round] = Restart.fresh(file);
            empty[round] = Restart.fresh(home.resolve("empty-" + round + ".db"));
        }
        Figures.print("journal.restart", "ms", median(full));
        Figures.print("journal.restart.empty", "ms", median(empty));
        Figures.print("journal.restart", "beyond_empty_ms", median(full) - median(empty));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the replay is not what was written");
        }
    }
}
