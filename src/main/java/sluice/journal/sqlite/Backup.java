package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import sluice.journal.Head;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.journal.sqlite.beside.Beside;

/**
 * A copy of a journal, whole up to its head. Immutable.
 *
 * @param archives what it refers to and does not hold; sealed, so copied once and for all
 */
public record Backup(Path file, Head head, long bytes, List<Archive> archives) {

    public Backup {
        archives = List.copyOf(archives);
    }

    /** Makes one while the journal may be written; the file appears only when it is whole and on the disk. */
    static Backup of(Path file, Connection connection, Path target) throws SQLException {
        var unfinished = Beside.named(target, ".unfinished");
        try {
            requireFree(target);
            Files.deleteIfExists(unfinished);
            Beside.createPrivate(unfinished);
            copyInto(unfinished, connection);
            var backup = check(file, unfinished, target);
            sync(unfinished);
            Files.move(unfinished, target);
            syncNames(target);
            return backup;
        } catch (IOException e) {
            throw failed(file, target, "it cannot be written there (" + e.getMessage() + ")", e);
        }
    }

    private static void requireFree(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new IOException("there is a file already");
        }
        var directory = target.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IOException("there is no directory " + directory);
        }
    }

    /** A vacuum reads one moment of the journal, however long it takes, and holds no writer up. */
    private static void copyInto(Path unfinished, Connection connection) throws SQLException {
        try (var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, unfinished.toAbsolutePath().toString());
            vacuum.executeUpdate();
        }
    }

    private static Backup check(Path file, Path unfinished, Path target) throws SQLException, IOException {
        try (var copy = Database.reader(unfinished)) {
            Schema.check(unfinished, copy);
            var head = new Links(unfinished, copy).soundHead();
            return new Backup(target, head, Files.size(unfinished), new Replay(file, copy).archives());
        }
    }

    /** Puts the name of a file on the disk, as the file itself is. */
    static void syncNames(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            sync(directory);
        }
    }

    static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static UnableToOpenException failed(Path file, Path target, String how, IOException cause) {
        return new UnableToOpenException(
                Why.INACCESSIBLE, "The journal " + file + " was not backed up to " + target + ": " + how + ".", cause);
    }
}
