package sluice.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A journal that hands everything on to another, to be changed in a thing or two. Confined as that one is. */
public class ForwardingJournal implements Journal {

    private final Journal journal;

    protected ForwardingJournal(Journal journal) {
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
    public void released() {
        journal.released();
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
