package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static sluice.journal.Sample.notes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;

/** Files a desk may find where its journal should be. */
class OpeningTest {

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void nameIt() throws IOException {
        home = home.toRealPath();
        file = home.resolve("journal.db");
    }

    private Head filled(int events) {
        try (var journal = open()) {
            for (var seq = 1; seq <= events; seq += 100) {
                journal.append(notes(seq, Math.min(events, seq + 99)));
            }
            return journal.head();
        }
    }

    private SqliteJournal open() {
        return SqliteJournal.open(file, "test");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(Why why) {
        var refusal = catchThrowableOfType(UnableToOpenException.class, this::open);
        assertThat(refusal).isNotNull().hasMessageContaining(file.toString());
        assertThat(refusal.why()).isEqualTo(why);
        assertThat(refusal.getMessage()).endsWith(".").doesNotContain("Exception", "null");
        return assertThat(refusal);
    }

    private void overwrite(long position, byte[] bytes) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(position);
            raw.write(bytes);
        }
    }

    private void cut(long length) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(length);
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        file = home.resolve("nowhere/journal.db");
        assertRefused(Why.INACCESSIBLE).hasMessageContaining("no directory " + home.resolve("nowhere"));
    }

    @Test
    void aDirectoryIsNoJournal() throws IOException {
        Files.createDirectory(file);
        assertRefused(Why.INACCESSIBLE);
    }

    @Test
    void aFileOfSomethingElseIsLeftAlone() throws IOException {
        var text = "Dear diary, this is no database. ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(file, text);
        assertRefused(Why.DAMAGED).hasMessageContaining("not a SQLite database");
        assertThat(file).hasBinaryContent(text);
    }

    @Test
    void anotherDatabaseIsLeftAlone() throws SQLException {
        Sql.run(file, "CREATE TABLE recipes (name TEXT)");
        assertRefused(Why.DAMAGED).hasMessageContaining("not a journal");
        assertThat(Sql.ask(file, "SELECT name FROM sqlite_schema")).containsExactly("recipes");
        assertThat(Sql.ask(file, "PRAGMA journal_mode")).containsExactly("delete");
    }

    @Test
    void aJournalOfANewerVersionIsLeftAlone() throws SQLException {
        filled(1);
        Sql.run(file, "PRAGMA user_version = 2");
        assertRefused(Why.NEWER).hasMessageContaining("schema 2").hasMessageContaining("newer sluice");
    }

    @Test
    void anEmptyFileBecomesAJournal() throws IOException {
        Files.createFile(file);
        assertThat(filled(3).seq()).isEqualTo(3);
    }

    @Test
    void anEmptyFileWhereEventsWereIsDamage() throws IOException {
        filled(3);
        cut(0);
        assertRefused(Why.DAMAGED).hasMessageContaining("ends at event 0, but 3 were committed");
    }

    @Test
    void aTruncatedFileIsDamage() throws IOException {
        filled(2_000);
        cut(Files.size(file) / 2);
        assertRefused(Why.DAMAGED).hasMessageContaining("damaged");
    }

    @Test
    void aCutTailIsDamage() throws SQLException {
        filled(100);
        Sql.run(file, "DROP TRIGGER an_event_is_not_deleted", "DELETE FROM events WHERE seq > 90");
        assertRefused(Why.DAMAGED).hasMessageContaining("ends at event 90, but 100 were committed");
    }

    @Test
    void aLogThatWasRemovedIsDamage() throws IOException {
        try (var journal = open()) {
            journal.append(notes(1, 1));
            journal.fold();
            journal.append(notes(2, 3));
            journal.released();
            Files.copy(file, home.resolve("copy.db"));
            Files.copy(home.resolve("journal.db.head"), home.resolve("copy.db.head"));
        }
        file = home.resolve("copy.db");
        assertRefused(Why.DAMAGED).hasMessageContaining("ends at event 1, but 3 were committed");
    }

    @Test
    void aChangedLastEventIsDamage() throws SQLException {
        filled(10);
        Sql.run(file, "DROP TRIGGER an_event_is_not_changed", "UPDATE events SET payload = '{}' WHERE seq = 10");
        assertRefused(Why.DAMAGED).hasMessageContaining("10, does not match its hash");
    }

    @Test
    void flippedBytesAreDamage() throws IOException {
        filled(2_000);
        for (var page = 1; page < Files.size(file) / 4_096; page++) {
            overwrite(page * 4_096L, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        }
        assertRefused(Why.DAMAGED);
    }

    @Test
    void anotherJournalUnderTheSameNameIsDamage() throws IOException {
        filled(10);
        Files.move(file, home.resolve("old.db"));
        Files.delete(home.resolve("journal.db.head"));
        try (var journal = open()) {
            journal.append(notes(1, 5).stream()
                    .map(note -> new Entry(note.seq(), note.stamp(), "desk.other", note.refs(), note.payload()))
                    .toList());
        }
        Files.move(home.resolve("old.db"), file, StandardCopyOption.REPLACE_EXISTING);
        assertRefused(Why.DAMAGED).hasMessageContaining("event 5 is not the one that was committed");
    }

    @Test
    void aHeadFileThatLagsOrIsGoneIsNoHarm() throws IOException {
        var head = filled(10);
        Files.writeString(home.resolve("journal.db.head"), "torn");
        assertThat(filled(0)).isEqualTo(head);
        Files.delete(home.resolve("journal.db.head"));
        assertThat(filled(0)).isEqualTo(head);
        assertThat(home.resolve("journal.db.head")).hasContent("%019d %s%n".formatted(10, head.hash()));
    }

    @Test
    void aJournalLockedByAnotherProgramIsNotOpened() throws SQLException {
        filled(1);
        try (var other = Sql.on(file)) {
            other.run("BEGIN IMMEDIATE");
            assertRefused(Why.INACCESSIBLE).hasMessageContaining("another program keeps it locked");
        }
        assertThat(filled(0).seq()).isEqualTo(1);
    }

    @Test
    void aSecondOpenerInTheSameProcessIsRefused() {
        try (var journal = open()) {
            assertRefused(Why.HELD)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            assertRefused(Why.HELD);
            journal.append(notes(1, 1));
        }
        assertThat(filled(0).seq()).isEqualTo(1);
    }

    @Test
    void anotherNameForTheSameFileHasTheSameLock() throws IOException {
        try (var journal = open()) {
            journal.append(notes(1, 1));
            file = Files.createSymbolicLink(home.resolve("link.db"), file);
            var refusal = catchThrowableOfType(UnableToOpenException.class, this::open);
            assertThat(refusal.why()).isEqualTo(Why.HELD);
        }
    }

    @Test
    void aRefusedJournalIsNotHeld() throws IOException {
        Files.writeString(file, "garbage ".repeat(100));
        assertRefused(Why.DAMAGED);
        Files.delete(file);
        assertThat(filled(1).seq()).isEqualTo(1);
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        try (var journal = open();
                var files = Files.list(home)) {
            journal.append(notes(1, 1));
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(path -> assertThat(Files.getPosixFilePermissions(path))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void aFileNameMayHoldAnything() {
        file = home.resolve("what? a 100% odd #name ä.db");
        assertThat(filled(2).seq()).isEqualTo(2);
        assertThat(filled(0).seq()).isEqualTo(2);
        assertThat(file).exists();
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var journal = open();
        journal.close();
        journal.close();
        assertThat(filled(1).seq()).isEqualTo(1);
    }
}
