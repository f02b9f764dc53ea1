package sluice.app.desk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.WallClock;
import sluice.journal.Sample;
import sluice.journal.sqlite.SqliteJournal;

class CountedJournalTest {

    @TempDir
    private Path home;

    @Test
    void theHeadIsKeptBesideTheFileOnceEffectsAreOutAndNotOnlyAtTheEnd() {
        try (var journal =
                new CountedJournal(SqliteJournal.open(home.resolve("journal.db"), "test"), new WallClock())) {
            journal.append(Sample.notes(1, 3));
            journal.released();
            assertThat(home.resolve("journal.db.head"))
                    .hasContent("%019d %s%n".formatted(3, journal.head().hash()));
        }
    }
}
