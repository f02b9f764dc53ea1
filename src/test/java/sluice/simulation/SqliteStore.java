package sluice.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import sluice.engine.checkpoint.StateBytes;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;
import sluice.journal.SimulatedDisk;
import sluice.journal.sqlite.SqliteJournal;

/** Keeps a simulated desk's journal in a real file, through all the lives of the desk. */
final class SqliteStore implements Function<SimulatedDisk, Journal> {

    private final Path file;
    private final LongConsumer acknowledged;
    private Optional<SqliteJournal> open = Optional.empty();

    /** @param acknowledged told the last event of each batch as soon as the journal has it */
    SqliteStore(Path file, LongConsumer acknowledged) {
        this.file = file;
        this.acknowledged = acknowledged;
    }

    @Override
    public Journal apply(SimulatedDisk unused) {
        open.ifPresent(SqliteJournal::close);
        var journal = SqliteJournal.open(file, StateBytes.FOLD);
        open = Optional.of(journal);
        return new ForwardingJournal(journal) {
            @Override
            public void append(List<Entry> batch) {
                super.append(batch);
                acknowledged.accept(journal.head().seq());
            }
        };
    }

    /** All that is in the file. */
    static List<Entry> read(Path file) {
        try (var journal = SqliteJournal.open(file, StateBytes.FOLD)) {
            var entries = new ArrayList<Entry>();
            journal.replay(0, entries::add);
            return entries;
        }
    }
}
