package sluice.app.desk.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;
import sluice.market.Clock;

/**
 * A journal whose replay can be watched, and whose commits are timed: {@link #replayed} and {@link #commits} may be
 * asked on any thread, all else as the journal says.
 */
public final class CountedJournal extends ForwardingJournal {

    private final Clock clock;
    private final CommitTimes times = new CommitTimes();
    private volatile long replayed;

    public CountedJournal(Journal journal, Clock clock) {
        super(journal);
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
        super.replay(seq, decoder, decoded -> {
            reader.accept(decoded);
            last[0]++;
            if ((last[0] & 0xFF) == 0) {
                replayed = last[0];
            }
        });
        replayed = last[0];
    }

    @Override
    public void append(List<Entry> batch) {
        var begun = clock.nanos();
        super.append(batch);
        times.add(clock.nanos() - begun);
    }
}
