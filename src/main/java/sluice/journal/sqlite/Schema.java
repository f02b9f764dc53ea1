package sluice.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;

/**
 * The tables of a journal: made when it is new, brought up to date when it is old, left alone when it is newer than we
 * are or not a journal at all.
 *
 * <p>Version N is reached by running {@code schema-N.sql} over version N - 1. The views over the tables hold nothing of
 * their own, and are made again whenever their text has changed.
 */
final class Schema {

    /** The version this build writes. */
    static final int VERSION = 1;

    /** "slui", so that `file` and we can tell a journal from other databases. */
    static final int APPLICATION_ID = 0x736c7569;

    /** "slua": a journal is not mistaken for its archive. */
    static final int ARCHIVE_ID = 0x736c7561;

    /** How many of the triggers that keep events from change are not there. */
    static final String MISSING_GUARDS = "SELECT 6 - count(*) FROM sqlite_schema WHERE type = 'trigger' AND name IN ("
            + "'a_fill_is_booked_once', 'an_event_is_not_replaced', 'an_event_is_not_changed',"
            + " 'an_event_is_not_deleted', 'an_archive_is_not_changed', 'an_archive_is_not_forgotten')";

    private Schema() {}

    /** Says why the file is none that we can read. Touches nothing. */
    static void check(Path file, Connection connection) throws SQLException {
        var application = Database.number(connection, "PRAGMA application_id");
        if (application == ARCHIVE_ID) {
            throw new UnableToOpenException(
                    Why.DAMAGED, "The file " + file + " is a sealed archive. Name the journal that continues it.");
        }
        if (application != APPLICATION_ID && !isNew(connection)) {
            throw new UnableToOpenException(
                    Why.DAMAGED,
                    "The file " + file + " is a database, but not a journal of sluice. Name another file.");
        }
        var version = version(connection);
        if (version > VERSION) {
            throw new UnableToOpenException(
                    Why.NEWER,
                    "The journal " + file + " was written by a newer sluice (schema " + version
                            + ", this one knows up to " + VERSION + "). Use that version, or name another journal.");
        }
    }

    static boolean isNew(Connection connection) throws SQLException {
        return Database.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    static long version(Connection connection) throws SQLException {
        return Database.number(connection, "PRAGMA user_version");
    }

    /** Brings a file that {@link #check} has passed to this version. Part of a transaction. */
    static void migrate(Connection connection) throws SQLException {
        var version = version(connection);
        for (var next = version + 1; next <= VERSION; next++) {
            Database.execute(connection, text("schema-" + next + ".sql"));
            Database.execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
            Database.execute(connection, "PRAGMA user_version = " + next);
        }
        var views = text("views.sql");
        if (version < VERSION || !views.equals(meta(connection, "views"))) {
            makeViews(connection, views);
        }
    }

    private static void makeViews(Connection connection, String views) throws SQLException {
        var drops = Database.first(
                connection,
                "SELECT group_concat('DROP VIEW \"' || name || '\";', ' ') FROM sqlite_schema WHERE type = 'view'",
                row -> Objects.requireNonNullElse(row.getString(1), ""),
                "");
        Database.execute(connection, drops + views);
        try (var statement = connection.prepareStatement("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")) {
            statement.setString(1, "views");
            statement.setString(2, views);
            statement.executeUpdate();
        }
    }

    private static String meta(Connection connection, String name) throws SQLException {
        return Database.first(connection, "SELECT value FROM meta WHERE name = ?", row -> row.getString(1), "", name);
    }

    static String text(String resource) {
        try (var in = Schema.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
