package sluice.simulation;

import java.util.List;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;
import sluice.journal.SimulatedDisk;
import sluice.journal.UnableToAppendException;

/** A journal whose process may die in the middle of a write, so that any part of the batch may be on the disk. */
final class FragileJournal extends ForwardingJournal {

    private static final SimulatedDisk.Odds NEVER_SYNCED = new SimulatedDisk.Odds(0, 1);

    private final SimulatedDisk disk;
    private boolean doomed;

    FragileJournal(Journal journal, SimulatedDisk disk) {
        super(journal);
        this.disk = disk;
    }

    /** The next write is the last. */
    void doom() {
        doomed = true;
    }

    @Override
    public void append(List<Entry> batch) {
        if (!doomed) {
            super.append(batch);
            return;
        }
        disk.odds(NEVER_SYNCED);
        try {
            super.append(batch);
        } catch (UnableToAppendException written) {
            throw new Crash(written);
        }
        throw new Crash(new IllegalStateException("written, and nobody told"));
    }
}
