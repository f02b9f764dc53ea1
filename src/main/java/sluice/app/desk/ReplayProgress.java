package sluice.app.desk;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import sluice.market.Clock;
import sluice.report.Printer;
import sluice.report.Progress;

/**
 * Says how far the journal is replayed when that takes over a second: on a terminal in a line that goes on, elsewhere
 * once. Closed when it is done.
 */
final class ReplayProgress implements AutoCloseable {

    private final LongSupplier replayed;
    private final long total;
    private final Printer printer;
    private final Progress progress;
    private final ScheduledExecutorService pool =
            Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("progress", work));

    ReplayProgress(LongSupplier replayed, long total, Printer printer, Clock clock) {
        this.replayed = replayed;
        this.total = total;
        this.printer = printer;
        this.progress = new Progress(printer, clock, "Replaying the journal", "events", total);
    }

    void start() {
        var first = Progress.FIRST.toMillis();
        if (printer.moves()) {
            pool.scheduleAtFixedRate(this::show, first, Progress.EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            pool.schedule(this::show, first, TimeUnit.MILLISECONDS);
        }
    }

    /** A log is told nothing of a replay that is over: what takes its time then is something else. */
    void show() {
        var done = replayed.getAsLong();
        if (printer.moves()) {
            progress.at(done);
        } else if (done < total) {
            printer.note(line(done, total));
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        progress.close();
    }

    static String line(long replayed, long total) {
        var percent = total == 0 ? 100 : replayed * 100 / total;
        return String.format(Locale.ROOT, "Replaying the journal: %,d of %,d events (%d %%)", replayed, total, percent);
    }
}
