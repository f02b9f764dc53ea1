package sluice.app.desk;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says how far the journal is replayed when that takes over a second: on a terminal in a line that goes on, elsewhere
 * once. Closed when it is done.
 */
final class ReplayProgress implements AutoCloseable {

    private static final long FIRST_MILLIS = 1_000;
    private static final long EVERY_MILLIS = 250;

    private final LongSupplier replayed;
    private final long total;
    private final Consumer<String> notes;
    private final boolean goesOn;
    private final ScheduledExecutorService pool =
            Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("progress", work));
    private boolean shown;

    /** @param goesOn whether a line may be written over */
    ReplayProgress(LongSupplier replayed, long total, boolean goesOn, Consumer<String> notes) {
        this.replayed = replayed;
        this.total = total;
        this.goesOn = goesOn;
        this.notes = notes;
    }

    void start() {
        if (goesOn) {
            pool.scheduleAtFixedRate(this::show, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            pool.schedule(this::show, FIRST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Says nothing first when the replay is over: what takes its time then is something else. */
    synchronized void show() {
        var done = replayed.getAsLong();
        if (!shown && done >= total) {
            return;
        }
        var line = line(done, total);
        notes.accept(goesOn ? (shown ? "\u001b[1A\u001b[2K" : "") + line : line);
        shown = true;
    }

    /** A line that goes on is written over by its end. */
    @Override
    public void close() {
        pool.shutdownNow();
        if (shown && goesOn) {
            show();
        }
    }

    static String line(long replayed, long total) {
        var percent = total == 0 ? 100 : replayed * 100 / total;
        return String.format(Locale.ROOT, "Replaying the journal: %,d of %,d events (%d %%)", replayed, total, percent);
    }
}
