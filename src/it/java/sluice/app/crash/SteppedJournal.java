package sluice.app.crash;

import java.util.List;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;

/** A journal each of whose writes is two steps, one before and one after. Confined as the journal is. */
public final class SteppedJournal extends ForwardingJournal {

    /** What makes the steps count. */
    private static final String BEGIN = "desk.noted";

    private final Steps steps;
    private boolean vouches;

    public SteppedJournal(Journal journal, Steps steps) {
        super(journal);
        this.steps = steps;
    }

    @Override
    public void append(List<Entry> batch) {
        steps.pass(names("before ", batch));
        super.append(batch);
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
        super.save(checkpoint);
        steps.pass("after checkpoint");
    }

    /** What is written once a batch's effects are out. */
    @Override
    public void released() {
        if (vouches) {
            vouches = false;
            steps.pass("before head file");
        }
        super.released();
    }
}
