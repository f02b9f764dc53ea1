package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static sluice.journal.Sample.notes;
import static sluice.journal.Sample.replayed;
import static sluice.journal.Sample.said;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;

/** A desk in a process of its own, killed without warning. */
class KillTest {

    private static final int BATCH = 7;

    @TempDir
    private Path home;

    /** Appends batch after batch and says so after each, until it is killed. */
    static final class Desk {

        private Desk() {}

        public static void main(String[] arguments) {
            try (var journal = SqliteJournal.open(Path.of(arguments[0]), "test")) {
                while (true) {
                    var seq = journal.head().seq();
                    journal.append(notes(seq + 1, seq + BATCH));
                    System.out.println(journal.head().seq());
                }
            }
        }
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Desk.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void everyAcknowledgedBatchIsThereAndNoneInPart() throws Exception {
        var file = home.resolve("journal.db");
        var dice = new SplittableRandom(5);
        for (var life = 0; life < 3; life++) {
            var acknowledged = acknowledgedBeforeKill(file, 20 + dice.nextInt(200));
            try (var journal = SqliteJournal.open(file, "test")) {
                var seq = journal.head().seq();
                assertThat(seq).isGreaterThanOrEqualTo(acknowledged);
                assertThat(seq % BATCH).isZero();
                assertThat(said(replayed(journal, 0))).isEqualTo(said(notes(1, seq)));
            }
            assertThat(new JournalFile(file).verify(Optional.empty()).faults()).isEmpty();
        }
    }

    private static long acknowledgedBeforeKill(Path file, int batches) throws Exception {
        var desk = start(file);
        try (var lines = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
            for (var i = 1; i < batches; i++) {
                lines.readLine();
            }
            var acknowledged = Long.parseLong(lines.readLine());
            desk.destroyForcibly().waitFor();
            return acknowledged;
        } finally {
            desk.destroyForcibly();
        }
    }

    @Test
    void aJournalHeldByAnotherProcessNamesItAndIsFreedByItsDeath() throws Exception {
        var file = home.resolve("journal.db");
        var desk = start(file);
        try (var lines = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("7");
            var refusal = catchThrowableOfType(UnableToOpenException.class, () -> SqliteJournal.open(file, "test"));
            assertThat(refusal.why()).isEqualTo(Why.HELD);
            assertThat(refusal)
                    .hasMessageContaining("pid " + desk.pid() + ", started 20")
                    .hasMessageNotContaining("\n");
            assertThat(new JournalFile(file).stat().head().seq()).isPositive();
        } finally {
            desk.destroyForcibly().waitFor();
        }
        SqliteJournal.open(file, "test").close();
    }
}
