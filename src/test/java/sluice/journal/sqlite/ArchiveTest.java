package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.journal.Sample.entry;
import static sluice.journal.Sample.fill;
import static sluice.journal.Sample.notes;
import static sluice.journal.Sample.replayed;
import static sluice.journal.Sample.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Entry.Refs;
import sluice.journal.UnableToAppendException;
import sluice.journal.UnableToOpenException;

class ArchiveTest {

    @TempDir
    private Path home;

    private Path file;
    private SqliteJournal journal;
    private List<String> everything = List.of();

    @BeforeEach
    void writeOne() throws IOException {
        file = home.toRealPath().resolve("journal.db");
        open();
        journal.append(notes(1, 40));
        journal.append(List.of(
                entry(41, "parent.opened", new Refs(7, 0, ""), "{}"),
                entry(42, "order.created", new Refs(7, 1, ""), "{}"),
                fill(43, 7, "E1")));
        journal.append(notes(44, 60));
        journal.append(List.of(fill(61, 7, "E2")));
        everything = said(replayed(journal, 0));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void open() {
        journal = SqliteJournal.open(file, "test");
    }

    private Optional<Archive> archiveUpTo(long seq) {
        journal.save(new Checkpoint(seq, new byte[] {1}));
        journal.close();
        var archive = new JournalFile(file).archive();
        open();
        return archive;
    }

    @Test
    void whatTellsOurOrdersFromOthersIsKnownWithoutTheArchive() throws IOException {
        journal.append(List.of(entry(62, "desk.started", Refs.NONE, "{\"instanceTag\":\"abc123\"}")));
        journal.append(List.of(entry(63, "order.created", new Refs(9, 12, ""), "{}")));
        var before = new JournalFile(file).identity();
        var archive = archiveUpTo(63).orElseThrow();
        Files.delete(archive.file());
        assertThat(before).isEqualTo(new JournalFile.Identity("abc123", 70));
        assertThat(new JournalFile(file).identity()).isEqualTo(before);
    }

    @Test
    void eventsUpToTheCheckpointMoveIntoASealedFile() throws IOException, SQLException {
        var head = journal.head();
        var archive = archiveUpTo(50).orElseThrow();
        assertThat(archive.file()).hasFileName("journal-1-50.archive.db").exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.file())))
                .isEqualTo("r--------");
        assertThat(Sql.ask(file, "SELECT min(seq), max(seq) FROM events")).containsExactly("51|61");
        assertThat(journal.head()).isEqualTo(head);
        assertThat(new JournalFile(file).verify(Optional.of(head.hash())))
                .isEqualTo(new Verification(61, head, List.of()));
    }

    @Test
    void aJournalReadsThroughItsArchives() {
        archiveUpTo(20);
        archiveUpTo(50);
        assertThat(said(replayed(journal, 0))).isEqualTo(everything);
        assertThat(said(replayed(journal, 30))).isEqualTo(everything.subList(30, 61));
        assertThat(journal.about(7)).extracting(Entry::seq).containsExactly(41L, 42L, 43L, 61L);
        assertThat(new JournalFile(file).stat().archives())
                .extracting(Archive::last)
                .containsExactly(20L, 50L);
    }

    @Test
    void anArchivedFillIsStillBookedOnce() {
        archiveUpTo(61);
        assertThatThrownBy(() -> journal.append(List.of(fill(62, 7, "E1"))))
                .isInstanceOf(UnableToAppendException.class)
                .hasMessageContaining("E1");
        journal.append(List.of(fill(62, 7, "E3")));
        assertThat(new JournalFile(file).verify(Optional.empty()).ok()).isTrue();
    }

    @Test
    void aRestartFromTheCheckpointNeedsNoArchive() throws IOException {
        Files.delete(archiveUpTo(50).orElseThrow().file());
        assertThat(said(replayed(journal, 50))).isEqualTo(everything.subList(50, 61));
        assertThatThrownBy(() -> replayed(journal, 0))
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("journal-1-50.archive.db")
                .hasMessageContaining("Put it back");
        assertThat(new JournalFile(file).verify(Optional.empty()).first())
                .hasValueSatisfying(fault -> assertThat(fault.why()).contains("is not there"));
    }

    @Test
    void withoutACheckpointNothingMoves() {
        journal.close();
        assertThat(new JournalFile(file).archive()).isEmpty();
        open();
        archiveUpTo(10);
        journal.close();
        assertThat(new JournalFile(file).archive()).isEmpty();
    }

    @Test
    void aJournalInUseIsNotArchived() {
        assertThatThrownBy(() -> new JournalFile(file).archive())
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("held by another desk");
    }

    /** What is left when the power goes between the archive and the journal's own transaction. */
    @Test
    void anArchiveThatWasBegunIsEnded() throws IOException, SQLException {
        journal.save(new Checkpoint(50, new byte[] {1}));
        journal.close();
        var kept = Files.readAllBytes(file);
        var sealed = new JournalFile(file).archive().orElseThrow();
        Files.write(file, kept);
        assertThat(Sql.ask(file, "SELECT count(*) FROM events")).containsExactly("61");
        open();
        assertThat(said(replayed(journal, 0))).isEqualTo(everything);
        assertThat(archiveUpTo(55)).contains(sealed);
        assertThat(archiveUpTo(55).map(Archive::first)).contains(51L);
        assertThat(said(replayed(journal, 0))).isEqualTo(everything);
        assertThat(new JournalFile(file).verify(Optional.empty()).ok()).isTrue();
    }

    @Test
    void aHalfWrittenArchiveIsWrittenAgain() throws IOException {
        Files.writeString(home.resolve("journal-1-50.archive.db.unfinished"), "half");
        archiveUpTo(50);
        assertThat(said(replayed(journal, 0))).isEqualTo(everything);
        assertThat(home.resolve("journal-1-50.archive.db.unfinished")).doesNotExist();
    }

    @Test
    void anotherFileInItsPlaceIsNotTaken() throws IOException {
        var other = SqliteJournal.open(home.resolve("other.db"), "test");
        other.append(notes(1, 50));
        other.append(List.of(fill(51, 1, "E9")));
        other.save(new Checkpoint(51, new byte[] {1}));
        other.close();
        var archive = new JournalFile(home.resolve("other.db")).archive().orElseThrow();
        Files.copy(archive.file(), home.resolve("journal-1-51.archive.db"));
        assertThatThrownBy(() -> archiveUpTo(50))
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("does not hold the same events");
        open();
        assertThat(said(replayed(journal, 0))).isEqualTo(everything);
    }

    @Test
    void aTamperedArchiveShows() throws SQLException {
        var archive = archiveUpTo(50).orElseThrow();
        Sql.run(archive.file(), "DROP TRIGGER nothing_is_changed", "UPDATE events SET payload = '{}' WHERE seq = 9");
        assertThat(new JournalFile(file).verify(Optional.empty()).first())
                .contains(new Verification.Fault(9, "it does not match its hash"));
    }

    @Test
    void anArchiveIsSealed() {
        var archive = archiveUpTo(50).orElseThrow();
        assertThatThrownBy(() -> Sql.run(archive.file(), "DELETE FROM events")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> SqliteJournal.open(archive.file(), "test")).isInstanceOf(UnableToOpenException.class);
    }

    private Archive sealedUpTo(long seq) {
        var archive = archiveUpTo(seq).orElseThrow();
        assertThat(archive.file().toFile().setWritable(true)).isTrue();
        return archive;
    }

    private List<Verification.Fault> faults() {
        return new JournalFile(file).verify(Optional.empty()).faults();
    }

    @Test
    void anArchiveOfAnotherJournalInItsPlaceShowsAndTheRestIsReadOn() throws IOException {
        var archive = sealedUpTo(50);
        try (var other = SqliteJournal.open(home.resolve("other.db"), "test")) {
            other.append(notes(1, 50));
            other.save(new Checkpoint(50, new byte[] {1}));
        }
        var theirs = new JournalFile(home.resolve("other.db")).archive().orElseThrow();
        Files.copy(theirs.file(), archive.file(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(faults()).hasSize(1);
        assertThat(faults().get(0).seq()).isEqualTo(50);
        assertThat(faults().get(0).why()).contains("is not the one the journal continues");
    }

    @Test
    void anArchiveThatIsNoneAnyMoreShowsAndTheRestIsReadOn() throws IOException {
        var archive = sealedUpTo(50);
        Files.writeString(archive.file(), "not a database, but long enough to look into ".repeat(50));

        assertThat(faults()).extracting(Verification.Fault::why).anyMatch(why -> why.contains("cannot be read"));
        assertThat(faults()).noneMatch(fault -> fault.seq() > 51);
    }

    @Test
    void whenEverythingIsArchivedTheJournalGoesOnBehindIt() {
        var head = journal.head();
        archiveUpTo(61);
        assertThat(journal.head()).isEqualTo(head);
        journal.append(notes(62, 70));

        assertThat(faults()).isEmpty();
        assertThat(said(replayed(journal, 0))).hasSize(70).startsWith(everything.toArray(String[]::new));
        assertThat(archiveUpTo(70).map(Archive::first)).contains(62L);
        assertThat(faults()).isEmpty();
    }
}
