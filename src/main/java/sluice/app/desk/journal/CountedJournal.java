package sluice.app.desk.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.Journal;
import sluice.market.Clock;

/**
 * A journal whose replay can be watched, and whose commits are timed: {@link #replayed} and {@link #commits} may be
 * asked on any thread, all else as the journal says.
 */
public final class CountedJournal implements Journal {

    private final Journal journal;
    private final Clock clock;
    private final CommitTimes times = new CommitTimes();
    private volatile long replayed;

    public CountedJournal(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** 99 of 100 of the last commits took no longer; empty before the first. */
    public Optional<Duration> commits() {
        return times.p99();
    }

    /** The last event that was given out. */
    public long replayed() {
        return replayed;
    }

    @Override
    public <T> void replay(long seq, Function<Entry, T> decoder, Consumer<T> reader) {
        replayed = seq;
        var last = new long[] {seq};
        journal.replay(seq, decoder, decoded -> {
            reader.accept(decoded);
            last[0]++;
            if ((last[0] & 0xFF) == 0) {
                replayed = last[0];
            }
        });
        replayed = last[0];
    }

    @Override
    public Head head() {
        return journal.head();
    }

    @Override
    public void append(List<Entry> batch) {
        var begun = clock.nanos();
        journal.append(batch);
        times.add(clock.nanos() - begun);
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
