package sluice.net.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.market.Clock;
import sluice.net.time.ClockOffset;
import sluice.net.time.ClockStep;
import sluice.venue.LinkHealth;

/**
 * The venue's clock as far as we know it, and when to ask for it again.
 *
 * <p>That is at the start, now and then, when the venue blames our timestamps, after a failure that needs a probe, when
 * our wall clock was set or the machine slept, and soon after an answer so late that it says little. While no request
 * may leave it is not asked for again and again.
 */
public final class VenueTime {

    private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration ROUGH = Duration.ofMillis(100);
    private static final Duration SLEPT = Duration.ofSeconds(30);

    private static final int KEPT = 16;

    private final Clock clock;
    private final long everyNanos;
    private final ArrayDeque<Duration> trips = new ArrayDeque<>();
    private long asked;
    private final ClockOffset offset = new ClockOffset(ClockOffset.Settings.STANDARD);
    private final ClockStep step;
    private boolean isAsking;
    private long roughNanos = AGAIN_NANOS;
    private long askedNanos;
    private long dueNanos;
    private long notBeforeNanos;
    private Duration expected = SLEPT;

    /** @param every between two questions while nothing else asks for one */
    public VenueTime(Clock clock, Duration every) {
        this.clock = clock;
        this.everyNanos = every.toNanos();
        this.dueNanos = clock.nanos();
        this.notBeforeNanos = dueNanos;
        this.step = new ClockStep(ClockStep.Settings.STANDARD, clock.stamp());
    }

    public Instant now() {
        return offset.venueTime(clock.stamp());
    }

    /** The offset once it is measured. */
    Optional<Duration> measured() {
        return offset.isKnown() ? Optional.of(offset()) : Optional.empty();
    }

    public boolean isMeasured() {
        return offset.isKnown();
    }

    public Duration offset() {
        return offset.offset(clock.stamp());
    }

    /** To be taken anew as soon as may be. */
    public void distrust() {
        dueNanos = Math.min(dueNanos, clock.nanos());
    }

    /** When the next look is planned; one that comes much later says that nobody ran meanwhile. */
    public void nextLook(long nanos) {
        expected = Duration.ofNanos(Math.max(0, nanos - clock.nanos())).plus(SLEPT);
    }

    /** Whether the machine seems to have slept since the last look, or the wall clock was set. */
    public boolean hasSlept() {
        var verdict = step.look(clock.stamp(), expected);
        if (verdict instanceof ClockStep.Verdict.Stepped stepped) {
            distrust();
            if (!stepped.by().isNegative()) {
                offset.reset();
            }
            return true;
        }
        return verdict instanceof ClockStep.Verdict.Paused;
    }

    /** Asks the venue for its time, where that is due. */
    public void woken(Gate gate, TimeSource source, Runnable known) {
        if (isAsking || clock.nanos() < next()) {
            return;
        }
        isAsking = true;
        gate.soon(source.askTime().forTime().first(() -> askedNanos = clock.nanos()), answer -> {
            isAsking = false;
            dueNanos = clock.nanos() + AGAIN_NANOS;
            notBeforeNanos = answer instanceof Answer.NotSent ? dueNanos : clock.nanos();
            if (!(answer instanceof Answer.NotSent)) {
                took(Duration.ofNanos(clock.nanos() - askedNanos));
            }
            if (answer instanceof Answer.Done done) {
                offset.sample(askedNanos, clock.nanos(), source.time(done.body()));
                dueNanos = clock.nanos() + untilNext();
                known.run();
            }
        });
    }

    /** The usual pause, unless all answers came so late that the clock is known badly; then pauses that double. */
    private long untilNext() {
        if (offset.uncertainty().filter(half -> half.compareTo(ROUGH) > 0).isEmpty()) {
            roughNanos = AGAIN_NANOS;
            return everyNanos;
        }
        var pause = Math.min(roughNanos, everyNanos);
        roughNanos = 2 * pause;
        return pause;
    }

    /** One that brought nothing has taken as long as it was waited for. */
    private void took(Duration trip) {
        asked++;
        trips.add(trip);
        if (trips.size() > KEPT) {
            trips.remove();
        }
    }

    /** How long the questions took. */
    LinkHealth.Questions questions() {
        return new LinkHealth.Questions(asked, List.copyOf(trips));
    }

    private long next() {
        return Math.max(dueNanos, notBeforeNanos);
    }

    public OptionalLong nextNanos() {
        return isAsking ? OptionalLong.empty() : OptionalLong.of(next());
    }
}
