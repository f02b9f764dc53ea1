package sluice.net.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import sluice.market.Stamp;

/**
 * The venue's clock less ours, from questions for its time. Confined to its session.
 *
 * <ol>
 *   <li>The venue is taken to have read its clock half a round trip after we asked.
 *   <li>Of the samples of the window, the one with the shortest round trip counts: it leaves the least room for error.
 *   <li>The offset is kept against the monotonic clock, so a step of the wall clock changes it by itself.
 *   <li>An offset that moves by more than {@code jump} is suspect, until {@code settled} samples in a row moved it no
 *       more.
 * </ol>
 */
public final class ClockOffset {

    private final Settings settings;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private Optional<Sample> best = Optional.empty();
    private int unsettled;

    public ClockOffset(Settings settings) {
        this.settings = settings;
    }

    public record Settings(Duration window, Duration jump, int settled) {

        public static final Settings STANDARD = new Settings(Duration.ofMinutes(5), Duration.ofMillis(1), 3);
    }

    /** @param origin the venue's time when the monotonic clock was at zero */
    private record Sample(Instant origin, long roundTripNanos, long heardNanos) {}

    /** Takes the answer to one question for the time. */
    public void sample(long sentNanos, long receivedNanos, Instant venueTime) {
        long trip = receivedNanos - sentNanos;
        samples.add(new Sample(venueTime.minusNanos(sentNanos + trip / 2), trip, receivedNanos));
        while (samples.peekFirst().heardNanos()
                < receivedNanos - settings.window().toNanos()) {
            samples.removeFirst();
        }
        var shortest =
                samples.stream().reduce((one, other) -> other.roundTripNanos() <= one.roundTripNanos() ? other : one);
        var moved = Duration.between(
                best.or(() -> shortest).orElseThrow().origin(),
                shortest.orElseThrow().origin());
        unsettled = moved.abs().compareTo(settings.jump()) > 0 ? settings.settled() : Math.max(0, unsettled - 1);
        best = shortest;
    }

    /** A clock was stepped or the machine slept: what was measured before says nothing any more. */
    public void reset() {
        samples.clear();
        best = Optional.empty();
        unsettled = settings.settled();
    }

    public boolean isKnown() {
        return best.isPresent();
    }

    /** Zero until it is known. */
    public Duration offset(Stamp now) {
        return best.map(sample -> Duration.between(now.at(), sample.origin().plusNanos(now.nanos())))
                .orElse(Duration.ZERO);
    }

    /** The time as the venue has it; ours until it is known. */
    public Instant venueTime(Stamp now) {
        return now.at().plus(offset(now));
    }

    /** How far off it may be: half the round trip. */
    public Optional<Duration> uncertainty() {
        return best.map(sample -> Duration.ofNanos(sample.roundTripNanos() / 2));
    }

    /** Times measured across the two clocks mean nothing while this holds. */
    public boolean isSuspect() {
        return unsettled > 0;
    }
}
