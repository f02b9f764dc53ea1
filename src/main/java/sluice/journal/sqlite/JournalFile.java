package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.journal.Entry;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;

/**
 * A journal looked at from beside the desk that may be writing it.
 *
 * <p>Immutable; every call opens the file for itself, and sees it as it is at that moment. All but {@link #archive}
 * only read, and get along with a desk that holds the journal.
 */
public record JournalFile(Path file) {

    /** Which events: those after one, and if not 0, of one parent, of one child. */
    public record Selection(long since, long parent, long child) {

        public static final Selection ALL = new Selection(0, 0, 0);
    }

    /** Recomputes the whole chain, archives included; if a hash is expected, some event has to have it. */
    public Verification verify(Optional<String> expected) {
        return look(atOnce(connection -> new Verifier(resolved(), connection, expected).verify()));
    }

    public Summary stat() {
        return look(atOnce(connection -> Summary.of(resolved(), connection)));
    }

    /** Gives the selected events to the reader, in order, archived ones first. */
    public void events(Selection selection, Consumer<Entry> reader) {
        look(atOnce(connection -> {
            new Replay(resolved(), connection).read(selection, reader);
            return true;
        }));
    }

    /**
     * What tells our orders from others without reading them.
     *
     * @param instanceTag of this journal; empty before its first start
     * @param highestChild the last number given to an order
     */
    public record Identity(String instanceTag, long highestChild) {}

    public Identity identity() {
        return look(atOnce(connection -> new Identity(
                Database.first(
                        connection,
                        "SELECT coalesce((SELECT json_extract(payload, '$.instanceTag') FROM events WHERE type ="
                                + " (SELECT id FROM types WHERE name = 'desk.started') ORDER BY seq DESC LIMIT 1),"
                                + " (SELECT value FROM meta WHERE name = 'archived instanceTag'), '')",
                        row -> row.getString(1),
                        ""),
                Database.number(
                        connection,
                        "SELECT max(coalesce((SELECT max(child) FROM events), 0), coalesce("
                                + "(SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'archived child'), 0))"))));
    }

    /** The newest {@code account.banned} of each venue, archived or not. */
    public List<Entry> bans() {
        return look(atOnce(Replay::bans));
    }

    /**
     * Copies the journal to a file that must not be there yet. To restore it, put it in the journal's place, with none
     * of the old files ({@code -wal}, {@code -shm}, {@code .head}) beside it.
     */
    public Backup backup(Path target) {
        return look(connection -> Backup.of(resolved(), connection, target));
    }

    /**
     * Moves the events up to the newest checkpoint into a sealed file beside the journal; none when there are none.
     * Takes the journal as a desk does, so refused while one holds it. Done again after a crash it ends what it began.
     */
    public Optional<Archive> archive() {
        requireThere();
        var opened = Opening.of(file);
        try (var owner = opened.owner();
                var headFile = opened.headFile();
                var connection = opened.connection()) {
            return new Archiver(opened.file(), connection).archive();
        } catch (SQLException e) {
            throw Trouble.archiving(file, e);
        } catch (IOException e) {
            throw new UnableToOpenException(
                    Why.INACCESSIBLE, "The archive of the journal " + file + " could not be written.", e);
        }
    }

    private <T> T look(Look<T> look) {
        requireThere();
        try (var connection = Database.reader(resolved())) {
            Schema.check(file, connection);
            return look.at(connection);
        } catch (SQLException e) {
            throw Trouble.reading(file, e);
        }
    }

    /** Sees one moment of the journal, however many questions are asked. */
    private static <T> Look<T> atOnce(Look<T> look) {
        return connection -> {
            Database.execute(connection, "BEGIN");
            return look.at(connection);
        };
    }

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    private Path resolved() {
        return Opening.resolve(file);
    }

    private void requireThere() {
        if (!Files.isRegularFile(file)) {
            throw new UnableToOpenException(
                    Why.INACCESSIBLE,
                    "There is no journal " + file + ". A desk makes one when it starts; check the path.");
        }
    }
}
