package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import sluice.journal.Head;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.journal.sqlite.beside.Beside;
import sluice.journal.sqlite.beside.HeadFile;
import sluice.journal.sqlite.beside.Owner;

/** What it takes to hold a journal: the right to it, a connection, and the file for its head. */
record Opening(Path file, Owner owner, HeadFile headFile, Connection connection, Head head) {

    /** Gets all of it for a sound journal of this version, made now if need be; or nothing. */
    static Opening of(Path named) {
        return of(named, Owner.of(resolve(named)));
    }

    /** The same where the right is there already; it is given back where the rest cannot be had. */
    static Opening of(Path named, Owner owner) {
        var file = resolve(named);
        try {
            return open(file, owner);
        } catch (SQLException e) {
            throw giveBack(owner, Trouble.opening(file, e));
        } catch (IOException e) {
            throw giveBack(owner, inaccessible(file, "its files cannot be made or read (" + e.getMessage() + ")", e));
        } catch (UnableToOpenException e) {
            throw giveBack(owner, e);
        }
    }

    private static Opening open(Path file, Owner owner) throws SQLException, IOException {
        Beside.createPrivate(file);
        if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
            throw inaccessible(file, "it is no file that may be written. Check its permissions", new IOException());
        }
        var connection = Database.writer(file);
        var headFile = HeadFile.of(file);
        try {
            var head = ready(file, connection);
            headFile.write(head);
            return new Opening(file, owner, headFile, connection, head);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            headFile.close();
            throw e;
        }
    }

    private static Head ready(Path file, Connection connection) throws SQLException {
        Schema.check(file, connection);
        Database.log(connection);
        Database.execute(connection, "BEGIN IMMEDIATE");
        try {
            Schema.migrate(connection);
            var head = new Links(file, connection).soundHead();
            Database.execute(connection, "COMMIT");
            return head;
        } catch (SQLException | RuntimeException e) {
            Database.rollback(connection, e);
            throw e;
        }
    }

    /** One name for a file, however it was reached, so that it has one lock. */
    static Path resolve(Path named) {
        var path = named.toAbsolutePath();
        try {
            if (Files.exists(path)) {
                return path.toRealPath();
            }
            var directory = path.getParent();
            if (directory != null && Files.isDirectory(directory)) {
                return directory.toRealPath().resolve(path.getFileName());
            }
        } catch (IOException e) {
            throw inaccessible(named, "its directory cannot be read", e);
        }
        throw inaccessible(
                named,
                "there is no directory " + path.getParent() + ". Make it, or name another file",
                new IOException());
    }

    private static UnableToOpenException inaccessible(Path file, String how, IOException cause) {
        return new UnableToOpenException(
                Why.INACCESSIBLE, "The journal " + file + " was not opened: " + how + ".", cause);
    }

    private static UnableToOpenException giveBack(Owner owner, UnableToOpenException why) {
        owner.close();
        return why;
    }
}
