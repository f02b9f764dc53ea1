package sluice.bench.desk;

import java.util.List;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;

/**
 * When one order passed each station of its way, told by the journal and the transport around it. One order at a time:
 * each writes a field of its own, read once the order is through.
 */
final class Stages extends ForwardingJournal {

    private volatile long judged;
    private volatile long durable;
    private volatile long called;
    private volatile long replied;
    private volatile long applied;
    private volatile long commits;

    Stages(Journal journal) {
        super(journal);
    }

    void called() {
        called = System.nanoTime();
    }

    void replied() {
        replied = System.nanoTime();
    }

    long applied() {
        return applied;
    }

    long commits() {
        return commits;
    }

    /** Since the start, in the order of the way: judged, durable, called, replied, applied. */
    long[] since(long start) {
        var left = Math.max(called, durable);
        return new long[] {judged - start, durable - judged, left - durable, replied - left, applied - replied};
    }

    @Override
    public void append(List<Entry> batch) {
        long begin = System.nanoTime();
        boolean intent = false;
        for (var entry : batch) {
            intent |= entry.type().equals("order.created");
            if (entry.type().equals("order.accepted")) {
                applied = begin;
            }
        }
        if (intent) {
            judged = begin;
        }
        super.append(batch);
        commits = commits + 1;
        if (intent) {
            durable = System.nanoTime();
        }
    }
}
