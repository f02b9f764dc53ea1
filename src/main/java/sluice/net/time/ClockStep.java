package sluice.net.time;

import java.time.Duration;
import sluice.market.Stamp;

/**
 * Notices that a clock was set, or that nobody ran for a while. Confined to its session, which looks at every wake-up.
 *
 * <p>A machine that slept shows as a step where the monotonic clock sleeps too, as on Linux, and as a pause where it
 * does not. Either way connections may be dead, offsets wrong and deadlines long past: measure, and reconcile.
 */
public final class ClockStep {

    private final Settings settings;
    private Stamp last;

    public ClockStep(Settings settings, Stamp now) {
        this.settings = settings;
        this.last = now;
    }

    /**
     * @param step by how much the wall clock has to move against the monotonic one; below it is slewing
     * @param pause how much later than expected a look has to come
     */
    public record Settings(Duration step, Duration pause) {

        public static final Settings STANDARD = new Settings(Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    public sealed interface Verdict {

        record Steady() implements Verdict {}

        /** The wall clock was set by this much, forward if positive, or the machine slept for it. */
        record Stepped(Duration by) implements Verdict {}

        /** Nobody looked for this much longer than was meant to pass. */
        record Paused(Duration lasted) implements Verdict {}
    }

    /** @param expected how long since the last look at most, had all gone well */
    public Verdict look(Stamp now, Duration expected) {
        var passed = Duration.ofNanos(now.nanos() - last.nanos());
        var by = Duration.between(last.at(), now.at()).minus(passed);
        last = now;
        if (by.abs().compareTo(settings.step()) >= 0) {
            return new Verdict.Stepped(by);
        }
        var late = passed.minus(expected);
        return late.compareTo(settings.pause()) >= 0 ? new Verdict.Paused(late) : new Verdict.Steady();
    }
}
