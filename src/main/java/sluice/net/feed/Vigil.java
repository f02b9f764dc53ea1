package sluice.net.feed;

import java.time.Duration;
import java.util.Optional;
import sluice.market.Clock;
import sluice.net.time.ClockStep;
import sluice.venue.FeedReason;

/**
 * Notices that the wall clock was set, or that nobody ran for a while: then connections may be dead, and what they
 * brought is of yesterday. Confined to its session.
 */
public final class Vigil {

    /** Shorter than a book may be old: what waited meanwhile is taken for new when it is read. */
    private static final ClockStep.Settings SETTINGS =
            new ClockStep.Settings(ClockStep.Settings.STANDARD.step(), Duration.ofSeconds(3));

    private final Clock clock;
    private final ClockStep step;
    private long lookedNanos;
    private long dueNanos;

    public Vigil(Clock clock) {
        this.clock = clock;
        step = new ClockStep(SETTINGS, clock.stamp());
        lookedNanos = clock.nanos();
        dueNanos = lookedNanos;
    }

    /** Why nothing that was open can be trusted. */
    public record Alarm(FeedReason reason, String text) {}

    /** Looks at the clocks; a look is due when the last {@link #nextLook} said. */
    public Optional<Alarm> look() {
        var verdict = step.look(clock.stamp(), Duration.ofNanos(Math.max(0, dueNanos - lookedNanos)));
        nextLook(clock.nanos());
        if (verdict instanceof ClockStep.Verdict.Stepped stepped) {
            var text = "the wall clock was set by " + stepped.by().toMillis() + " ms";
            return Optional.of(new Alarm(FeedReason.CLOCK_STEP, text));
        }
        if (verdict instanceof ClockStep.Verdict.Paused paused) {
            var text = "nothing ran for " + paused.lasted().toSeconds() + " s, as when the machine sleeps";
            return Optional.of(new Alarm(FeedReason.SUSPENDED, text));
        }
        return Optional.empty();
    }

    /** When the next look is planned; one that comes much later says that nobody ran meanwhile. */
    public void nextLook(long nanos) {
        lookedNanos = clock.nanos();
        dueNanos = Math.max(lookedNanos, nanos);
    }

    /** Whether the planned look is so late that it must be made before anything else. */
    public boolean isLate(long now) {
        return now - dueNanos >= SETTINGS.pause().toNanos();
    }
}
