package sluice.journal.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sluice.journal.Entry;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.journal.sqlite.JournalFile.Selection;

/**
 * Reads events in order, first from the archives that still matter, then from the journal itself.
 *
 * @param file the journal
 * @param connection a connection to it, for this thread
 */
record Replay(Path file, Connection connection) {

    private static final String BANS =
            "WITH newest AS (SELECT max(seq) AS seq, json_extract(payload, '$.venue') AS venue"
                    + " FROM events WHERE type = (SELECT id FROM types WHERE name = 'account.banned') GROUP BY venue)"
                    + " SELECT " + Rows.READ + " FROM events WHERE seq IN (SELECT seq FROM newest)"
                    + " UNION ALL SELECT " + Rows.READ + " FROM (SELECT value ->> 'seq' AS seq, value ->> 'at' AS at,"
                    + " value ->> 'nanos' AS nanos, value ->> 'type' AS type, NULL AS parent, NULL AS child,"
                    + " NULL AS fill_key, value ->> 'payload' AS payload, NULL AS hash FROM meta"
                    + " WHERE name LIKE 'archived account.banned %'"
                    + " AND substr(name, length('archived account.banned ') + 1) NOT IN (SELECT venue FROM newest))";

    void read(Selection selection, Consumer<Entry> reader) throws SQLException {
        var sink = isWhole(selection) ? new Unbroken(file, selection.since(), reader) : reader;
        for (var archive : archives()) {
            if (archive.last() > selection.since()) {
                read(archive, selection, sink);
            }
        }
        read(connection, selection, sink);
    }

    private void read(Archive archive, Selection selection, Consumer<Entry> sink) throws SQLException {
        requireThere(archive);
        try (var sealed = Database.sealed(archive.file())) {
            read(sealed, selection, sink);
        }
    }

    private void requireThere(Archive archive) {
        if (!Files.isReadable(archive.file())) {
            throw new UnableToOpenException(
                    Why.INACCESSIBLE,
                    "The journal " + file + " could not be read from its start: the archive " + archive.file()
                            + " with events " + archive.first() + " to " + archive.last()
                            + " is not there. Put it back beside the journal.");
        }
    }

    static void read(Connection connection, Selection selection, Consumer<Entry> sink) throws SQLException {
        var types = new EventTypes(connection);
        try (var statement = connection.prepareStatement("SELECT " + Rows.READ + " FROM events" + where(selection))) {
            bind(statement, selection);
            var rows = statement.executeQuery();
            while (rows.next()) {
                sink.accept(Rows.read(rows, types));
            }
        }
    }

    /** The newest of each venue, also where only what was kept of it is left. */
    static List<Entry> bans(Connection connection) throws SQLException {
        var types = new EventTypes(connection);
        var entries = new ArrayList<Entry>();
        try (var statement = connection.prepareStatement(BANS)) {
            var rows = statement.executeQuery();
            while (rows.next()) {
                entries.add(Rows.read(rows, types));
            }
        }
        return entries;
    }

    private static boolean isWhole(Selection selection) {
        return selection.parent() == 0 && selection.child() == 0;
    }

    private static String where(Selection selection) {
        return " WHERE seq > ?1" + (selection.parent() == 0 ? "" : " AND parent = ?2")
                + (selection.child() == 0 ? "" : " AND child = ?3") + " ORDER BY seq";
    }

    private static void bind(PreparedStatement statement, Selection selection) throws SQLException {
        statement.setLong(1, selection.since());
        if (selection.parent() != 0) {
            statement.setLong(2, selection.parent());
        }
        if (selection.child() != 0) {
            statement.setLong(3, selection.child());
        }
    }

    List<Archive> archives() throws SQLException {
        var archives = new ArrayList<Archive>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT first_seq, last_seq, lower(hex(last_hash)), file FROM archives ORDER BY first_seq")) {
            while (rows.next()) {
                archives.add(new Archive(
                        rows.getLong(1), rows.getLong(2), rows.getString(3), file.resolveSibling(rows.getString(4))));
            }
        }
        return archives;
    }

    /** Passes events on as long as none is missing. */
    private static final class Unbroken implements Consumer<Entry> {

        private final Path file;
        private final Consumer<Entry> reader;
        private long last;

        Unbroken(Path file, long last, Consumer<Entry> reader) {
            this.file = file;
            this.last = last;
            this.reader = reader;
        }

        @Override
        public void accept(Entry entry) {
            if (entry.seq() != last + 1) {
                throw Trouble.damaged(file, "event " + (last + 1) + " is missing.");
            }
            last = entry.seq();
            reader.accept(entry);
        }
    }
}
