package sluice.report;

import java.time.Duration;
import java.util.Locale;
import sluice.market.Clock;

/**
 * A line that says how far something long is, where lines can be written over: first after a second, then again and
 * again in its place, and gone at the end. Safe for any thread.
 */
public final class Progress implements AutoCloseable {

    /** How often it is worth while to look. */
    public static final Duration EVERY = Duration.ofMillis(250);

    /** What takes less is not worth a word. */
    public static final Duration FIRST = Duration.ofSeconds(1);

    private static final int BAR = 24;
    private static final String WIPED = "\r\u001b[K";

    private final Printer printer;
    private final Clock clock;
    private final String what;
    private final String unit;
    private final long total;
    private final long began;
    private long due;
    private boolean shown;

    /** Of something whose end nobody can foresee. */
    public Progress(Printer printer, Clock clock, String what) {
        this(printer, clock, what, "", 0);
    }

    /**
     * @param unit what is counted; nothing where only the time is told
     * @param total how many there are; zero where nobody knows
     */
    public Progress(Printer printer, Clock clock, String what, String unit, long total) {
        this.printer = printer;
        this.clock = clock;
        this.what = what;
        this.unit = unit;
        this.total = total;
        this.began = clock.nanos();
        this.due = began + FIRST.toNanos();
    }

    /** So much is done; may be called as often as it changes. */
    public synchronized void at(long done) {
        var now = clock.nanos();
        if (now < due || !printer.moves()) {
            return;
        }
        due = now + EVERY.toNanos();
        shown = true;
        printer.err().print(WIPED + line(done, Duration.ofNanos(now - began)));
        printer.err().flush();
    }

    String line(long done, Duration spent) {
        var time = spent.toSeconds() + " s";
        if (unit.isEmpty()) {
            return what + ": " + time;
        }
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s: %,d %s, %s", what, done, unit, time);
        }
        var part = Math.min(1, (double) done / total);
        var full = (int) (part * BAR);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %d %%, %,d of %,d %s, %s",
                what,
                "#".repeat(full),
                ".".repeat(BAR - full),
                (int) (part * 100),
                done,
                total,
                unit,
                time);
    }

    /** Leaves the line as if nothing had been there. */
    @Override
    public synchronized void close() {
        if (shown) {
            printer.err().print(WIPED);
            printer.err().flush();
            shown = false;
        }
    }
}
