package sluice.journal;

import java.util.SplittableRandom;

class MemoryJournalTest extends JournalContract {

    private final SimulatedDisk disk = new SimulatedDisk(new SplittableRandom(1));

    @Override
    protected Journal open() {
        return new MemoryJournal(disk);
    }

    @Override
    protected void full(boolean full) {
        disk.capacity(full ? disk.written() + 1_000 : Integer.MAX_VALUE);
    }
}
