package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.journal.Sample.fill;
import static sluice.journal.Sample.note;
import static sluice.journal.Sample.notes;
import static sluice.journal.Sample.replayed;
import static sluice.journal.Sample.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.UnableToOpenException;
import sluice.journal.sqlite.JournalFile.Selection;

/** A journal looked at while a desk holds it. */
class JournalFileTest {

    @TempDir
    private Path home;

    private Path file;
    private SqliteJournal journal;

    @BeforeEach
    void open() throws IOException {
        file = home.toRealPath().resolve("journal.db");
        journal = SqliteJournal.open(file, "test");
        journal.append(List.of(note(1), note(2), fill(3, 7, "E1"), fill(4, 8, "E2")));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void itsNumbersAreCounted() {
        journal.save(new Checkpoint(3, new byte[5]));
        var summary = new JournalFile(file).stat();
        assertThat(summary.schema()).isEqualTo(1);
        assertThat(summary.head()).isEqualTo(journal.head());
        assertThat(summary.counts()).isEqualTo(Map.of("desk.noted", 2L, "order.traded", 2L));
        assertThat(summary.span())
                .contains(new Summary.Span(
                        1, note(1).stamp().at(), note(4).stamp().at()));
        assertThat(summary.checkpoints()).containsExactly(new Summary.Kept(3, "test", 5));
        assertThat(summary.sizes().file()).isPositive();
        assertThat(summary.sizes().log()).isPositive();
        assertThat(summary.archives()).isEmpty();
    }

    @Test
    void anEmptyJournalSpansNothing() {
        SqliteJournal.open(home.resolve("empty.db"), "test").close();
        assertThat(new JournalFile(home.resolve("empty.db")).stat().span()).isEmpty();
    }

    @Test
    void itsEventsAreFoundByWhatTheyAreAbout() {
        assertThat(events(Selection.ALL)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events(new Selection(2, 0, 0))).containsExactly(3L, 4L);
        assertThat(events(new Selection(0, 7, 0))).containsExactly(3L);
        assertThat(events(new Selection(0, 0, 80))).containsExactly(4L);
        assertThat(events(new Selection(0, 7, 80))).isEmpty();
    }

    private List<Long> events(Selection selection) {
        var found = new ArrayList<Entry>();
        new JournalFile(file).events(selection, found::add);
        return found.stream().map(Entry::seq).toList();
    }

    @Test
    void aBackupIsAJournal() throws IOException {
        var target = home.toRealPath().resolve("backup.db");
        var backup = new JournalFile(file).backup(target);
        assertThat(backup).isEqualTo(new Backup(target, journal.head(), Files.size(target), List.of()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        journal.append(notes(5, 6));
        assertThat(new JournalFile(target).verify(Optional.of(backup.head().hash())))
                .isEqualTo(new Verification(4, backup.head(), List.of()));
    }

    @Test
    void aBackupInTheJournalsPlaceCarriesOn() throws IOException {
        journal.save(new Checkpoint(3, new byte[] {9}));
        var target = home.resolve("backup.db");
        var head = new JournalFile(file).backup(target).head();
        var before = said(replayed(journal, 0));
        journal.append(notes(5, 6));
        journal.close();
        Files.delete(file);
        Files.move(target, file);
        assertThatThrownBy(() -> SqliteJournal.open(file, "test"))
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("remove that file and reconcile");
        Files.delete(home.resolve("journal.db.head"));
        journal = SqliteJournal.open(file, "test");
        assertThat(journal.head()).isEqualTo(head);
        assertThat(said(replayed(journal, 0))).isEqualTo(before);
        assertThat(journal.checkpoint()).map(Checkpoint::seq).hasValue(3L);
        assertThatThrownBy(() -> journal.append(List.of(fill(5, 7, "E1")))).hasMessageContaining("E1");
        journal.append(notes(5, 5));
        assertThatThrownBy(() -> Sql.run(file, "DELETE FROM events")).hasMessageContaining("never deleted");
    }

    @Test
    void aBackupReplacesNothing() throws IOException {
        var target = Files.writeString(home.resolve("precious.txt"), "mine");
        assertThatThrownBy(() -> new JournalFile(file).backup(target))
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("there is a file already");
        assertThat(target).hasContent("mine");
        assertThatThrownBy(() -> new JournalFile(file).backup(home.resolve("nowhere/backup.db")))
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("there is no directory");
    }

    @Test
    void thereMustBeAJournalToLookAt() throws SQLException {
        var none = new JournalFile(home.resolve("none.db"));
        assertThatThrownBy(none::stat).hasMessageContaining("There is no journal");
        assertThatThrownBy(none::archive).hasMessageContaining("There is no journal");
        assertThat(home.resolve("none.db")).doesNotExist();
        Sql.run(home.resolve("other.db"), "CREATE TABLE x (y)");
        assertThatThrownBy(() -> new JournalFile(home.resolve("other.db")).stat())
                .hasMessageContaining("not a journal");
    }
}
