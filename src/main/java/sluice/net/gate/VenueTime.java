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
 * our wall clock was set or the machine slept, and soon after an answer that is so late that it says little, or that
 * never came: at once, then after pauses that double. While nothing usable is known, a question that is not answered in
 * time does not keep the next one back. While no request may leave it is not asked for again and again.
 */
public final class VenueTime {

    private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long SOON_NANOS = Duration.ofMillis(100).toNanos();
    private static final Duration ROUGH = Duration.ofMillis(100);

    /** What a round trip may come to before an offset it explains says nothing of the clocks. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private static final Duration SLEPT = Duration.ofSeconds(30);

    private static final int KEPT = 16;

    private final Clock clock;
    private final long everyNanos;
    private final ArrayDeque<Duration> trips = new ArrayDeque<>();
    private long asked;
    private final ClockOffset offset = new ClockOffset(ClockOffset.Settings.STANDARD);
    private final ClockStep step;
    private Optional<Question> open = Optional.empty();
    private long pauseNanos = SOON_NANOS;
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

    /** The offset once it is measured; what may be nothing but a long way there or back is no measure. */
    Optional<Duration> measured() {
        return offset.uncertainty()
                .filter(half -> half.compareTo(LATE.dividedBy(2)) <= 0
                        || offset().abs().compareTo(LATE.dividedBy(2)) <= 0
                        || offset().abs().compareTo(half) > 0)
                .map(half -> offset());
    }

    public boolean isMeasured() {
        return measured().isPresent();
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
        if (clock.nanos() < next()) {
            return;
        }
        var question = new Question();
        open = Optional.of(question);
        gate.soon(source.askTime().forTime().first(question::leaves), answer -> {
            if (answer instanceof Answer.Done done) {
                offset.sample(question.left.getAsLong(), clock.nanos(), source.time(done.body()));
            }
            answered(question, answer);
            if (offset.isKnown()) {
                known.run();
            }
        });
    }

    /** One that has not left when an earlier one is answered may have given way to that, and is waited for no more. */
    private void answered(Question question, Answer answer) {
        open = open.filter(latest -> latest != question && latest.left.isPresent());
        dueNanos = clock.nanos() + untilNext(answer);
        notBeforeNanos = answer instanceof Answer.NotSent ? dueNanos : clock.nanos();
        if (!(answer instanceof Answer.NotSent)) {
            question.left.ifPresent(left -> took(Duration.ofNanos(clock.nanos() - left)));
        }
    }

    /** The usual pause where the clock is known well, unless the venue did not say. */
    private long untilNext(Answer answer) {
        if (!isRough()) {
            pauseNanos = SOON_NANOS;
            return answer instanceof Answer.Done ? everyNanos : AGAIN_NANOS;
        }
        if (answer instanceof Answer.NotSent) {
            return AGAIN_NANOS;
        }
        long pause = Math.min(pauseNanos, answer instanceof Answer.Done ? everyNanos : AGAIN_NANOS);
        pauseNanos = 2 * pause;
        return pause;
    }

    private boolean isRough() {
        return offset.uncertainty().filter(half -> half.compareTo(ROUGH) <= 0).isEmpty();
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

    /** When to ask; as late as can be while a question is out that is waited for. */
    private long next() {
        long planned = Math.max(dueNanos, notBeforeNanos);
        return open.map(question -> isRough() ? question.lateNanos() : Long.MAX_VALUE)
                .orElse(planned);
    }

    public OptionalLong nextNanos() {
        long next = next();
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** One that waits for room, and then for its answer. */
    private final class Question {

        private OptionalLong left = OptionalLong.empty();

        private void leaves() {
            left = OptionalLong.of(clock.nanos());
        }

        private long lateNanos() {
            return left.isPresent() ? left.getAsLong() + LATE.toNanos() : Long.MAX_VALUE;
        }
    }
}
