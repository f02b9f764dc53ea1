package sluice.net.limit;

import java.time.Duration;
import java.util.Set;

/**
 * Keeps requests from a venue that fails them all. Confined to its session.
 *
 * <ol>
 *   <li>So many failures in a row open it; one success in between does not let them add up.
 *   <li>Open, it lets nothing through for its time, but for lanes that may probe early.
 *   <li>Then, and for those, one probe at a time goes; its success closes the breaker, its failure opens it again.
 *   <li>A probe never heard of again counts for its time only, so that another follows.
 * </ol>
 */
public final class Breaker {

    private final Settings settings;
    private State state = State.CLOSED;
    private int failures;
    private String cause = "";
    private long openUntilNanos;
    private boolean probing;
    private long probeUntilNanos;

    public Breaker(Settings settings) {
        this.settings = settings;
    }

    /** In the words of {@code LinkHealth}. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /** @param early lanes whose requests may be the probe before the time is over */
    public record Settings(int failures, Duration open, Set<Lane> early) {

        public static final Settings STANDARD = new Settings(5, Duration.ofSeconds(60), Set.of());

        public Settings {
            early = Set.copyOf(early);
        }
    }

    public State state(long nanos) {
        if (state == State.OPEN && nanos >= openUntilNanos) {
            state = State.HALF_OPEN;
        }
        return state;
    }

    /** Whether a request may leave; what becomes of one that may is to be told. */
    public Verdict ask(Lane lane, long nanos) {
        var now = state(nanos);
        if (now == State.CLOSED) {
            return new Verdict.Go();
        }
        if (now == State.OPEN && !settings.early().contains(lane)) {
            return new Verdict.WaitUntil(openUntilNanos, reason());
        }
        if (probing && nanos < probeUntilNanos) {
            return new Verdict.WaitUntil(probeUntilNanos, "waiting for a probe; " + reason());
        }
        probing = true;
        probeUntilNanos = nanos + settings.open().toNanos();
        return new Verdict.Go();
    }

    /** The venue answered, if only to refuse: it works. */
    public void succeeded() {
        state = State.CLOSED;
        failures = 0;
        probing = false;
    }

    /** It did not answer, or said that it is out of order. */
    public void failed(String why, long nanos) {
        failures++;
        cause = why;
        probing = false;
        if (state(nanos) == State.HALF_OPEN || state == State.CLOSED && failures >= settings.failures()) {
            state = State.OPEN;
            openUntilNanos = nanos + settings.open().toNanos();
        }
    }

    private String reason() {
        return failures + " failures in a row, the last: " + cause;
    }
}
