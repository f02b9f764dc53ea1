package sluice.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.Journal;

/** A journal that hands everything on, to be changed in one thing. */
class Kept implements Journal {

    private final Journal journal;

    Kept(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Head head() {
        return journal.head();
    }

    @Override
    public void append(List<Entry> batch) {
        journal.append(batch);
    }

    @Override
    public <T> void replay(long seq, Function<Entry, T> decoder, Consumer<T> reader) {
        journal.replay(seq, decoder, reader);
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
    public void idle() {
        journal.idle();
    }

    @Override
    public void close() {
        journal.close();
    }
}
