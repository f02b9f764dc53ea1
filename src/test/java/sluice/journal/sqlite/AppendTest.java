package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.journal.Sample.fill;
import static sluice.journal.Sample.note;
import static sluice.journal.Sample.notes;
import static sluice.journal.Sample.replayed;
import static sluice.journal.Sample.said;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.UnableToAppendException;

/** The journal while a desk writes it, and others have the file open too. */
class AppendTest {

    @TempDir
    private Path home;

    private Path file;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        file = home.resolve("journal.db");
        journal = SqliteJournal.open(file, "v1");
        journal.append(List.of(note(1), fill(2, 1, "E1")));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void reopen(String fold) {
        journal.close();
        journal = SqliteJournal.open(file, fold);
    }

    @Test
    void nobodyChangesAnEvent() {
        assertThatThrownBy(() -> Sql.run(file, "UPDATE events SET payload = '{}' WHERE seq = 1"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Sql.run(file, "DELETE FROM events WHERE seq = 2"))
                .hasMessageContaining("never deleted");
        assertThatThrownBy(
                        () -> Sql.run(file, "REPLACE INTO events VALUES (2, 0, 0, 1, NULL, NULL, NULL, '{}', x'00')"))
                .hasMessageContaining("never replaced");
        assertThat(said(replayed(journal, 0))).isEqualTo(said(List.of(note(1), fill(2, 1, "E1"))));
    }

    @Test
    void aReaderDoesNotHoldUpTheDesk() throws SQLException {
        try (var other = Sql.on(file)) {
            other.run("BEGIN");
            assertThat(other.ask("SELECT count(*) FROM events")).containsExactly("2");
            journal.append(notes(3, 200));
            journal.fold();
            journal.append(notes(201, 300));
            assertThat(other.ask("SELECT count(*) FROM events")).containsExactly("2");
        }
        assertThat(Sql.ask(file, "SELECT count(*) FROM events")).containsExactly("300");
    }

    @Test
    void anotherWriterHoldsItUpForAMomentAndIsNamed() throws SQLException {
        try (var other = Sql.on(file)) {
            other.run("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> journal.append(notes(3, 4)))
                    .isInstanceOf(UnableToAppendException.class)
                    .hasMessageContaining("Nothing was added")
                    .hasMessageContaining("another program keeps it locked");
            other.run("ROLLBACK");
        }
        journal.append(notes(3, 4));
        assertThat(replayed(journal, 0)).hasSize(4);
    }

    @Test
    void aFullDiskIsNamedAndPasses() {
        journal.limit(1);
        assertThatThrownBy(() -> journal.append(notes(3, 2_000)))
                .isInstanceOf(UnableToAppendException.class)
                .hasMessageContaining("the disk is full");
        assertThatThrownBy(() -> journal.save(new Checkpoint(2, new byte[100_000])))
                .isInstanceOf(UnableToAppendException.class)
                .hasMessageContaining("the disk is full");
        journal.limit(100_000);
        journal.append(notes(3, 2_000));
        reopen("v1");
        assertThat(journal.head().seq()).isEqualTo(2_000);
        assertThat(new JournalFile(file).verify(Optional.empty()).ok()).isTrue();
    }

    @Test
    void aClosedJournalTakesNothing() {
        journal.close();
        assertThatThrownBy(() -> journal.append(notes(3, 3)))
                .isInstanceOf(UnableToAppendException.class)
                .hasMessageContaining("it is closed");
    }

    @Test
    void theTypeOfABatchThatFailedIsNotRemembered() {
        var odd = new Entry(3, note(3).stamp(), "desk.odd", note(3).refs(), "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> journal.append(List.of(odd, fill(4, 1, "E1"))))
                .isInstanceOf(UnableToAppendException.class);
        journal.append(List.of(odd));
        reopen("v1");
        assertThat(replayed(journal, 2)).extracting(Entry::type).containsExactly("desk.odd");
    }

    @Test
    void theHeadIsKeptBesideOnceNothingWaitsForIt() {
        var head = journal.head();
        journal.released();
        assertThat(home.resolve("journal.db.head")).hasContent("%019d %s%n".formatted(2, head.hash()));
    }

    @Test
    void theLogIsFoldedWhenThereIsTime() throws Exception {
        for (var seq = 3; seq < 1_003; seq++) {
            journal.append(notes(seq, seq));
        }
        var before = Files.size(file);
        journal.idle();
        assertThat(Files.size(file)).isGreaterThan(before);
        assertThat(Files.size(home.resolve("journal.db-wal"))).isLessThan(20_000_000);
    }

    @Test
    void anotherFoldReadsNoneOfOurCheckpoints() {
        journal.save(new Checkpoint(2, new byte[] {1}));
        reopen("v2");
        assertThat(journal.checkpoint()).isEmpty();
        reopen("v1");
        assertThat(journal.checkpoint()).isPresent();
    }

    @Test
    void aDamagedCheckpointIsPassedOver() throws SQLException {
        journal.save(new Checkpoint(1, new byte[] {1}));
        journal.save(new Checkpoint(2, new byte[] {2}));
        Sql.run(file, "UPDATE checkpoints SET state = x'03' WHERE seq = 2");
        assertThat(journal.checkpoint()).map(Checkpoint::seq).hasValue(1L);
    }

    @Test
    void aCheckpointOfAnEarlierVersionIsRead() throws SQLException {
        journal.save(new Checkpoint(2, new byte[] {2}));
        var sha256 = "157314b9b6243f5e6d83c1fd9a00fc57bdae3816c2b92c3c85487af05fdbd5cb";
        Sql.run(file, "UPDATE checkpoints SET digest = x'" + sha256 + "' WHERE seq = 2");
        assertThat(journal.checkpoint()).map(Checkpoint::seq).hasValue(2L);
        Sql.run(file, "UPDATE checkpoints SET state = x'03' WHERE seq = 2");
        assertThat(journal.checkpoint()).isEmpty();
    }

    @Test
    void twoCheckpointsAreEnough() throws SQLException {
        journal.append(notes(3, 5));
        for (var seq = 1; seq <= 5; seq++) {
            journal.save(new Checkpoint(seq, new byte[] {1}));
        }
        assertThat(Sql.ask(file, "SELECT seq FROM checkpoints ORDER BY seq")).containsExactly("4", "5");
    }
}
