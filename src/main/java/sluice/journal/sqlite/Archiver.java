package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import sluice.journal.Chain;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.journal.sqlite.JournalFile.Selection;
import sluice.journal.sqlite.beside.Beside;

/**
 * Moves events into a sealed file.
 *
 * <ol>
 *   <li>The archive is written under another name, checked, synced and renamed: it is there whole or not at all.
 *   <li>One transaction then records it in the journal and deletes what it holds. Until then the journal has
 *       everything; done again, the archive that is there is taken as it is.
 * </ol>
 */
record Archiver(Path file, Connection connection) {

    private static final String SUFFIX = ".archive.db";

    Optional<Archive> archive() throws SQLException, IOException {
        var first = Database.number(connection, "SELECT min(seq) FROM events");
        var checkpoint = Database.number(connection, "SELECT max(seq) FROM checkpoints");
        var last = Math.min(checkpoint, new Links(file, connection).head().seq());
        if (first == 0 || last < first) {
            return Optional.empty();
        }
        var begun = begun(first);
        var archive = begun.isPresent() ? begun.get() : plan(first, last);
        if (begun.isPresent()) {
            check(archive, archive.file());
        } else {
            write(archive);
        }
        replace(archive);
        shrink();
        return Optional.of(archive);
    }

    /** What an earlier try wrote and could not end. */
    private Optional<Archive> begun(long first) throws SQLException, IOException {
        var prefix = stem() + "-" + first + "-";
        try (var files = Files.newDirectoryStream(file.getParent(), prefix + "*" + SUFFIX)) {
            for (var found : files) {
                var name = found.getFileName().toString();
                var last = name.substring(prefix.length(), name.length() - SUFFIX.length());
                if (last.matches("\\d{1,18}")) {
                    return Optional.of(plan(first, Long.parseLong(last)));
                }
            }
        }
        return Optional.empty();
    }

    private Archive plan(long first, long last) throws SQLException {
        var hash = new Links(file, connection).hash(last);
        return new Archive(first, last, hash, file.resolveSibling(stem() + "-" + first + "-" + last + SUFFIX));
    }

    private String stem() {
        return file.getFileName().toString().replaceFirst("\\.db$", "");
    }

    private void write(Archive archive) throws SQLException, IOException {
        var unfinished = Beside.named(archive.file(), ".unfinished");
        Files.deleteIfExists(unfinished);
        Beside.createPrivate(unfinished);
        try (var sealed = Database.writer(unfinished)) {
            attach(sealed);
            Database.transact(sealed, () -> {
                Database.execute(sealed, sql("archive-1.sql", archive));
                Database.execute(sealed, "PRAGMA application_id = " + Schema.ARCHIVE_ID);
                Database.execute(sealed, "PRAGMA user_version = " + Schema.VERSION);
            });
        }
        check(archive, unfinished);
        Backup.sync(unfinished);
        Beside.seal(unfinished);
        Files.move(unfinished, archive.file());
        Backup.syncNames(archive.file());
    }

    private static String sql(String resource, Archive archive) {
        return Schema.text(resource)
                .replace("$first", Long.toString(archive.first()))
                .replace("$last", Long.toString(archive.last()));
    }

    private void attach(Connection sealed) throws SQLException {
        try (var attach = sealed.prepareStatement("ATTACH ? AS journal")) {
            attach.setString(1, file.toUri() + "?mode=ro");
            attach.execute();
        }
    }

    /** The chain over the archive has to lead from what is before it to what comes after. */
    private void check(Archive archive, Path written) throws SQLException {
        var chain = new Chain(new Links(file, connection).hash(archive.first() - 1));
        var count = new long[1];
        try (var sealed = Database.sealed(written)) {
            Replay.read(sealed, Selection.ALL, entry -> {
                chain.add(entry);
                count[0]++;
            });
        }
        if (count[0] != archive.last() - archive.first() + 1
                || !Chain.hex(chain.hash()).equals(archive.lastHash())) {
            throw new UnableToOpenException(
                    Why.DAMAGED,
                    "The journal " + file + " was not archived: " + written
                            + " does not hold the same events. Move that file away and try again.");
        }
    }

    private void replace(Archive archive) throws SQLException {
        Database.transact(connection, () -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO archives (first_seq, last_seq, last_hash, file) VALUES (?, ?, ?, ?)")) {
                insert.setLong(1, archive.first());
                insert.setLong(2, archive.last());
                insert.setBytes(3, HexFormat.of().parseHex(archive.lastHash()));
                insert.setString(4, archive.file().getFileName().toString());
                insert.executeUpdate();
            }
            Database.execute(connection, sql("keep-1.sql", archive));
            Database.execute(
                    connection, "DELETE FROM events WHERE seq BETWEEN " + archive.first() + " AND " + archive.last());
        });
    }

    /** Says whether the file could be made smaller; if not, its free pages are used again. */
    private boolean shrink() {
        try {
            Database.execute(connection, "VACUUM");
            Database.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
