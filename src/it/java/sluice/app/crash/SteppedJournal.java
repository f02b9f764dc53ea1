package sluice.app.crash;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.Journal;

/** A journal each of whose writes is two steps, one before and one after. Confined as the journal is. */
public final class SteppedJournal implements Journal {

    /** What makes the steps count. */
    private static final String BEGIN = "desk.noted";

    private final Journal journal;
    private final Steps steps;
    private boolean vouches;

    public SteppedJournal(Journal journal, Steps steps) {
        this.journal = journal;
        this.steps = steps;
    }

    @Override
    public void append(List<Entry> batch) {
        steps.pass(names("before ", batch));
        journal.append(batch);
        steps.pass(names("after ", batch));
        vouches |= !batch.isEmpty();
        if (batch.stream().anyMatch(entry -> entry.type().equals(BEGIN))) {
            steps.begin();
        }
    }

    private static List<String> names(String when, List<Entry> batch) {
        return batch.stream().map(entry -> when + entry.type()).distinct().toList();
    }

    @Override
    public void save(Checkpoint checkpoint) {
        steps.pass("before checkpoint");
        journal.save(checkpoint);
        steps.pass("after checkpoint");
    }

    /** What is written once a batch's effects are out. */
    @Override
    public void released() {
        if (vouches) {
            vouches = false;
            steps.pass("before head file");
        }
        journal.released();
    }

    @Override
    public Head head() {
        return journal.head();
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
    public void idle() {
        journal.idle();
    }

    @Override
    public void close() {
        journal.close();
    }
}
