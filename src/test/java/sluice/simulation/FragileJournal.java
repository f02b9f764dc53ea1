package sluice.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.Journal;
import sluice.journal.SimulatedDisk;
import sluice.journal.UnableToAppendException;

/** A journal whose process may die in the middle of a write, so that any part of the batch may be on the disk. */
final class FragileJournal implements Journal {

    private static final SimulatedDisk.Odds NEVER_SYNCED = new SimulatedDisk.Odds(0, 1);

    private final Journal journal;
    private final SimulatedDisk disk;
    private boolean doomed;

    FragileJournal(Journal journal, SimulatedDisk disk) {
        this.journal = journal;
        this.disk = disk;
    }

    /** The next write is the last. */
    void doom() {
        doomed = true;
    }

    @Override
    public void append(List<Entry> batch) {
        if (!doomed) {
            journal.append(batch);
            return;
        }
        disk.odds(NEVER_SYNCED);
        try {
            journal.append(batch);
        } catch (UnableToAppendException written) {
            throw new Crash(written);
        }
    }

    @Override
    public Head head() {
        return journal.head();
    }

    @Override
    public void replay(long seq, Consumer<Entry> reader) {
        journal.replay(seq, reader);
    }

    @Override
    public List<Entry> about(long parent) {
        return journal.about(parent);
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return journal.checkpoint();
    }

    @Override
    public void save(Checkpoint checkpoint) {
        journal.save(checkpoint);
    }

    @Override
    public void close() {
        journal.close();
    }
}
