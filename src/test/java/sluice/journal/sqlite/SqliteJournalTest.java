package sluice.journal.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.Journal;
import sluice.journal.JournalContract;

class SqliteJournalTest extends JournalContract {

    @TempDir
    private Path home;

    private SqliteJournal journal;

    @Override
    protected Journal open() {
        journal = SqliteJournal.open(home.resolve("journal.db"), "test-1");
        return journal;
    }

    @Override
    protected void full(boolean full) {
        journal.limit(full ? 1 : 1_000_000);
    }
}
