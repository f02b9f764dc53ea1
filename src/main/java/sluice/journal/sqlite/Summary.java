package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.journal.Head;
import sluice.journal.sqlite.beside.Beside;

/**
 * What a journal holds, at a glance. Immutable.
 *
 * @param counts of the events not archived, by type
 */
public record Summary(
        long schema,
        Head head,
        Optional<Span> span,
        SortedMap<String, Long> counts,
        Sizes sizes,
        List<Kept> checkpoints,
        List<Archive> archives) {

    /** The events not archived. */
    public record Span(long first, Instant from, Instant to) {}

    /** Bytes on disk: the file, and the log not yet folded into it. */
    public record Sizes(long file, long log) {}

    /** A checkpoint, and the fold that can read it. */
    public record Kept(long seq, String fold, long bytes) {}

    public Summary {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        checkpoints = List.copyOf(checkpoints);
        archives = List.copyOf(archives);
    }

    static Summary of(Path file, Connection connection) throws SQLException {
        return new Summary(
                Schema.version(connection),
                new Links(file, connection).head(),
                span(connection),
                counts(connection),
                new Sizes(size(file), size(Beside.log(file))),
                checkpoints(connection),
                new Replay(file, connection).archives());
    }

    private static Optional<Span> span(Connection connection) throws SQLException {
        return Database.first(
                connection,
                "SELECT first.seq, first.at, last.at FROM events first, events last WHERE first.seq ="
                        + " (SELECT min(seq) FROM events) AND last.seq = (SELECT max(seq) FROM events)",
                row -> Optional.of(
                        new Span(row.getLong(1), Rows.instant(row.getLong(2)), Rows.instant(row.getLong(3)))),
                Optional.empty());
    }

    private static SortedMap<String, Long> counts(Connection connection) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name, count(*) FROM events JOIN types ON types.id = type" + " GROUP BY name")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private static List<Kept> checkpoints(Connection connection) throws SQLException {
        var kept = new ArrayList<Kept>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT seq, fold, length(state) FROM checkpoints ORDER BY seq DESC")) {
            while (rows.next()) {
                kept.add(new Kept(rows.getLong(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return kept;
    }

    private static long size(Path file) throws SQLException {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
