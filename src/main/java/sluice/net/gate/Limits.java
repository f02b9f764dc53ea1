package sluice.net.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Stamp;
import sluice.net.limit.Breaker;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Shutout;
import sluice.net.limit.Throttle;
import sluice.net.limit.Verdict;
import sluice.net.time.RoundTrips;
import sluice.venue.LinkHealth;

/**
 * What may leave now: the venue's limits, its bans, and whether it works at all.
 *
 * <ol>
 *   <li>While the venue does not work no order leaves, and only a read probes it.
 *   <li>A cancel is never held back by that; only the venue's own word holds it back.
 *   <li>The venue counts what the whole address spends, and we never spend more than our share of that.
 * </ol>
 */
public final class Limits {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Throttle throttle;
    private final Breaker breaker;
    private final Shutout shutout;
    private final RoundTrips roundTrips = new RoundTrips();

    public Limits(List<Limit> limits, Breaker.Settings patience) {
        this(limits, patience, Shutout.ofAll());
    }

    /** @param shutout what the venue's other session is told as well */
    public Limits(List<Limit> limits, Breaker.Settings patience, Shutout shutout) {
        this.shutout = shutout;
        this.breaker = new Breaker(patience);
        this.throttle = new Throttle(limits, Throttle.Settings.STANDARD);
    }

    /** Whether a request may leave; one that may is counted. */
    Verdict ask(Ask ask, Stamp now, Duration offset) {
        heed(now, offset);
        var state = breaker.state(now.nanos());
        var passes = ask.kind() == Ask.Kind.CANCEL || state == Breaker.State.CLOSED;
        if (!passes && (state == Breaker.State.OPEN || ask.kind() == Ask.Kind.ORDER)) {
            return waitForProbe(state, now);
        }
        var room = throttle.ask(lane(ask), ask.cost(), now, offset);
        return passes || !(room instanceof Verdict.Go) ? room : breaker.ask(Lane.QUERY, now.nanos());
    }

    private Verdict waitForProbe(Breaker.State state, Stamp now) {
        return state == Breaker.State.OPEN
                ? breaker.ask(Lane.QUERY, now.nanos())
                : new Verdict.WaitUntil(
                        now.nanos() + PAUSE.toNanos(), "the venue did not answer lately and is being probed");
    }

    private static Lane lane(Ask ask) {
        return switch (ask.kind()) {
            case CANCEL -> Lane.CANCEL;
            case ORDER -> Lane.NEW;
            case READ -> Lane.QUERY;
        };
    }

    /** Whether the venue failed so often that somebody has to find out when it is back. */
    boolean needsProbe(long nanos) {
        return breaker.state(nanos) != Breaker.State.CLOSED;
    }

    /** No reply was read. */
    void failed(String cause, Stamp now) {
        breaker.failed(cause, now.nanos());
    }

    /** A reply was read, and said this. */
    void heed(Ask ask, Duration took, Notice notice, Stamp now, Duration offset) {
        if (ask.kind() != Ask.Kind.READ) {
            roundTrips.add(took);
        }
        notice.outOfOrder().ifPresentOrElse(cause -> breaker.failed(cause, now.nanos()), breaker::succeeded);
        for (var used : notice.used()) {
            throttle.observe(used.limit(), used.count(), took, now, offset);
        }
        notice.ban().ifPresent(ban -> shutout.ban(ban, now.nanos()));
        notice.pause().ifPresent(pause -> {
            shutout.pause(pause, now.nanos());
            throttle.penalise(pause, now);
        });
        heed(now, offset);
    }

    /** Takes over what either session was told. */
    private void heed(Stamp now, Duration offset) {
        shutout.ban(now.nanos())
                .ifPresent(ban -> throttle.ban(now.at().plus(offset).plus(ban)));
        shutout.pause(now.nanos()).ifPresent(pause -> throttle.penalise(pause, now));
    }

    Optional<Instant> bannedUntil(Stamp now, Duration offset) {
        heed(now, offset);
        return throttle.bannedUntil();
    }

    LinkHealth health(int pending, Stamp now, Duration offset) {
        heed(now, offset);
        return new LinkHealth(
                pending,
                roundTrips.p50(),
                roundTrips.p99(),
                throttle.used(now, offset),
                breaker.state(now.nanos()).name(),
                throttle.bannedUntil(),
                offset);
    }
}
