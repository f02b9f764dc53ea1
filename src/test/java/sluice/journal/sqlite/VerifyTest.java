package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.journal.Sample.fill;
import static sluice.journal.Sample.note;
import static sluice.journal.Sample.notes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.journal.Chain;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.UnableToOpenException;

class VerifyTest {

    @TempDir
    private Path home;

    private Path file;
    private Head head = Head.NONE;
    private String third = "";

    @BeforeEach
    void writeOne() {
        file = home.resolve("journal.db");
        try (var journal = SqliteJournal.open(file, "test")) {
            journal.append(notes(1, 3));
            third = journal.head().hash();
            journal.append(notes(4, 99));
            journal.append(List.of(fill(100, 1, "E1")));
            head = journal.head();
        }
    }

    private Verification verify() {
        return new JournalFile(file).verify(Optional.empty());
    }

    private Verification.Fault fault() {
        var found = verify();
        assertThat(found.ok()).isFalse();
        return found.first().orElseThrow();
    }

    private void tamper(String guard, String change) throws SQLException {
        try (var sql = Sql.on(file)) {
            var text = sql.ask("SELECT sql FROM sqlite_schema WHERE name = '" + guard + "'")
                    .get(0);
            sql.run("DROP TRIGGER " + guard);
            sql.run(change);
            sql.run(text);
        }
    }

    @Test
    void aSoundJournalIsSound() {
        assertThat(verify()).isEqualTo(new Verification(100, head, List.of()));
    }

    @Test
    void anEmptyJournalIsSound() {
        file = home.resolve("empty.db");
        SqliteJournal.open(file, "test").close();
        assertThat(verify()).isEqualTo(new Verification(0, Head.NONE, List.of()));
    }

    @Test
    void aJournalInUseIsSound() {
        try (var journal = SqliteJournal.open(file, "test")) {
            journal.append(notes(101, 102));
            assertThat(verify()).isEqualTo(new Verification(102, journal.head(), List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at = at + 1", "nanos = 0", "type = 2", "parent = 9", "child = 9", "payload = payload || ' '"})
    void everyColumnOfAnEventIsHeldAgainstItsHash(String change) throws SQLException {
        tamper("an_event_is_not_changed", "UPDATE events SET " + change + " WHERE seq = 50");
        assertThat(fault()).isEqualTo(new Verification.Fault(50, "it does not match its hash"));
    }

    @Test
    void aForgedHashShowsInTheNextEvent() throws SQLException {
        tamper("an_event_is_not_changed", "UPDATE events SET hash = zeroblob(32) WHERE seq = 50");
        assertThat(verify().faults()).extracting(Verification.Fault::seq).containsExactly(50L, 51L);
    }

    @Test
    void aMissingEventIsNamed() throws SQLException {
        tamper("an_event_is_not_deleted", "DELETE FROM events WHERE seq BETWEEN 40 AND 42");
        assertThat(fault()).isEqualTo(new Verification.Fault(40, "events 40 to 42 are missing"));
    }

    @Test
    void aCutTailIsSeenByTheHeadFile() throws SQLException {
        tamper("an_event_is_not_deleted", "DELETE FROM events WHERE seq > 90");
        assertThat(fault().seq()).isEqualTo(91);
        assertThat(fault().why()).contains("the tail is cut: 100 events were committed");
    }

    @Test
    void aCutTailIsSeenByAHashThatSomebodyNoted() throws SQLException, IOException {
        Files.delete(home.resolve("journal.db.head"));
        assertThat(new JournalFile(file).verify(Optional.of(head.hash())).ok()).isTrue();
        assertThat(new JournalFile(file)
                        .verify(Optional.of(third.toUpperCase(Locale.ROOT)))
                        .ok())
                .isTrue();
        tamper("an_event_is_not_deleted", "DELETE FROM events WHERE seq > 90");
        assertThat(verify().ok()).isTrue();
        var found = new JournalFile(file).verify(Optional.of(head.hash()));
        assertThat(found.first()).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(91);
            assertThat(fault.why()).contains("no event has the hash " + head.hash());
        });
    }

    @Test
    void aRewrittenEndIsSeenByTheHeadFile() throws SQLException {
        var chain = new Chain(third);
        var forged = note(4);
        var hash = Chain.hex(chain.add(
                new Entry(4, forged.stamp(), forged.type(), forged.refs(), "{}".getBytes(StandardCharsets.UTF_8))));
        tamper("an_event_is_not_deleted", "DELETE FROM events WHERE seq > 4");
        tamper("an_event_is_not_changed", "UPDATE events SET payload = '{}', hash = x'" + hash + "' WHERE seq = 4");
        assertThat(fault().why()).contains("the tail is cut");
    }

    @Test
    void aHashThatIsNoneIsTheCallersMistake() {
        assertThatThrownBy(() -> new JournalFile(file).verify(Optional.of("abc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void aLiftedGuardIsNamed() throws SQLException {
        Sql.run(file, "DROP TRIGGER an_event_is_not_changed");
        assertThat(fault().why()).contains("1 of the triggers that refuse changes are gone");
    }

    @Test
    void aForgottenFillIsNamed() throws SQLException {
        Sql.run(file, "DELETE FROM fill_keys");
        assertThat(fault()).isEqualTo(new Verification.Fault(100, "its fill is not among the fills booked"));
    }

    @Test
    void damagedPagesAreNamedWithWhatCouldBeRead() throws IOException {
        try (var journal = SqliteJournal.open(file, "test")) {
            journal.append(notes(101, 3_000));
        }
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(raw.length() / 2 / 4_096 * 4_096);
            raw.write(new byte[4_096]);
        }
        var found = verify();
        assertThat(found.ok()).isFalse();
        assertThat(found.events()).isBetween(1L, 2_999L);
    }

    @Test
    void thereIsNothingToVerifyWithoutAFile() {
        file = home.resolve("none.db");
        assertThatThrownBy(this::verify)
                .isInstanceOf(UnableToOpenException.class)
                .hasMessageContaining("There is no journal " + file);
    }
}
