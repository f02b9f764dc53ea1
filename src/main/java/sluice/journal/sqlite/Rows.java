package sluice.journal.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.journal.Entry;
import sluice.journal.Entry.Refs;
import sluice.market.Stamp;

/** How an entry lies in a row of {@code events}. */
final class Rows {

    static final String COLUMNS = "seq, at, nanos, type, parent, child, fill_key, payload";

    /**
     * The columns as they are read. Whether there is a fill key comes with the type, since asking for it as text took
     * the driver a quarter of the time of a row.
     */
    static final String READ = COLUMNS.replace("type", "type * 2 + (fill_key IS NOT NULL)");

    /** The payload is cast, so that it is text to whoever reads the table, and bytes to us. */
    static final String INSERT =
            "INSERT INTO events (" + COLUMNS + ", hash) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)";

    private static final long NANOS = 1_000_000_000;

    private Rows() {}

    static void bind(PreparedStatement statement, Entry entry, int type, byte[] hash) throws SQLException {
        var at = entry.stamp().at();
        statement.setLong(1, entry.seq());
        statement.setLong(2, Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano()));
        statement.setLong(3, entry.stamp().nanos());
        statement.setInt(4, type);
        bind(statement, 5, entry.refs().parent());
        bind(statement, 6, entry.refs().child());
        if (entry.refs().fillKey().isEmpty()) {
            statement.setNull(7, Types.VARCHAR);
        } else {
            statement.setString(7, entry.refs().fillKey());
        }
        statement.setBytes(8, entry.payload());
        statement.setBytes(9, hash);
    }

    private static void bind(PreparedStatement statement, int column, long number) throws SQLException {
        if (number == 0) {
            statement.setNull(column, Types.BIGINT);
        } else {
            statement.setLong(column, number);
        }
    }

    static Entry read(ResultSet row, EventTypes types) throws SQLException {
        var stamp = new Stamp(instant(row.getLong(2)), row.getLong(3));
        var kind = row.getLong(4);
        var type = types.name((int) (kind >> 1));
        return new Entry(row.getLong(1), stamp, type, refs(row, (kind & 1) == 1), bytes(row, 8));
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private static Refs refs(ResultSet row, boolean isKeyed) throws SQLException {
        var parent = row.getLong(5);
        var child = row.getLong(6);
        var fillKey = isKeyed ? new String(bytes(row, 7), StandardCharsets.UTF_8) : "";
        return parent == 0 && child == 0 && fillKey.isEmpty() ? Refs.NONE : new Refs(parent, child, fillKey);
    }

    /** The driver gives none for no bytes. */
    static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
