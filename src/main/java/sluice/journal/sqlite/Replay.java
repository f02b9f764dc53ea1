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

    static List<Entry> newest(Connection connection, String type, String member) throws SQLException {
        var types = new EventTypes(connection);
        var entries = new ArrayList<Entry>();
        try (var statement = connection.prepareStatement("SELECT " + Rows.READ + " FROM events WHERE seq IN"
                + " (SELECT max(seq) FROM events WHERE type = (SELECT id FROM types WHERE name = ?1)"
                + " GROUP BY json_extract(payload, ?2)) ORDER BY seq")) {
            statement.setString(1, type);
            statement.setString(2, "$." + member);
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
