package sluice.net.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.market.Stamp;
import sluice.net.limit.Breaker;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Recovery;
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
 *   <li>A cancel is never held back by that; only the venue's own word holds it back, and then it waits for the end of
 *       that and goes first.
 *   <li>During a ban a read fails at once: who asks for it knows best whether to ask again.
 *   <li>What is asked all the while says nothing of the venue's work but as a probe: else failures of orders would not
 *       be in a row for it.
 *   <li>The venue counts what the whole address spends, and we never spend more than our share of that.
 * </ol>
 */
public final class Limits {

    private final Throttle throttle;
    private final Breaker breaker;
    private final Shutout shutout;
    private final RoundTrips roundTrips = new RoundTrips();

    public Limits(List<Limit> limits, Recovery patience) {
        this(limits, patience, Shutout.ofAll());
    }

    /** @param shutout what the venue's other session is told as well */
    public Limits(List<Limit> limits, Recovery patience, Shutout shutout) {
        this.shutout = shutout;
        this.breaker = new Breaker(patience.breaker());
        this.throttle = new Throttle(limits, patience.reserve());
    }

    /** Whether a request may leave; one that may is counted. */
    Verdict ask(Ask ask, Stamp now, Duration offset) {
        var lane = ask.lane();
        var wait = shutout.wait(lane, now.nanos());
        if (wait.isPresent()) {
            return shutOut(lane, wait.get(), now, offset);
        }
        var verdict = breaker.ask(lane, now.nanos());
        if (!(verdict instanceof Verdict.Go)) {
            return verdict;
        }
        var room = throttle.ask(lane, ask.cost(), now, offset);
        if (room instanceof Verdict.Go) {
            breaker.left(lane, now.nanos());
        }
        return room;
    }

    private Verdict shutOut(Lane lane, Duration wait, Stamp now, Duration offset) {
        var ban = bannedUntil(now, offset);
        if (ban.isPresent() && lane != Lane.CANCEL) {
            return new Verdict.Refused("banned until " + ban.get().truncatedTo(ChronoUnit.SECONDS));
        }
        var why = ban.map(until -> "banned until " + until.truncatedTo(ChronoUnit.SECONDS))
                .orElse("the venue asked for a pause");
        return new Verdict.WaitUntil(now.nanos() + wait.toNanos(), why);
    }

    /** Something was sent that is no request and costs all the same. */
    void spend(Cost cost, Stamp now, Duration offset) {
        throttle.ask(Lane.CANCEL, cost, now, offset);
    }

    /** Whether the venue failed so often that somebody has to find out when it is back. */
    boolean needsProbe(long nanos) {
        return breaker.needsProbe(nanos);
    }

    private void hears(Ask ask, Breaker.Seen seen, long nanos) {
        if (!ask.isForTime() || breaker.look(nanos).state() == LinkHealth.State.HALF_OPEN) {
            breaker.heard(seen, nanos);
        }
    }

    /** No reply was read. */
    void failed(Ask ask, String cause, boolean sent, Stamp now) {
        var unknown = sent && ask.kind() != Ask.Kind.READ;
        hears(ask, new Breaker.Seen(ask.lane(), Optional.of(cause), unknown, Duration.ZERO), now.nanos());
    }

    /** A reply was read, and said this. */
    void heed(Ask ask, Duration took, Dialect.Heard heard, Stamp now, Duration offset) {
        var notice = heard.notice();
        if (ask.kind() != Ask.Kind.READ) {
            roundTrips.add(took);
        }
        var unknown = heard.answer() instanceof Answer.Failed failed && failed.ruling() instanceof Ruling.Unknown;
        hears(ask, new Breaker.Seen(ask.lane(), notice.outOfOrder(), unknown, took), now.nanos());
        for (var used : notice.used()) {
            throttle.observe(used.limit(), used.count(), took, now, offset);
        }
        notice.ban().ifPresent(ban -> shutout.ban(ban, now.nanos()));
        notice.pause().ifPresent(pause -> {
            shutout.pause(pause, now.nanos());
            throttle.penalise(pause, now);
        });
    }

    Optional<Instant> bannedUntil(Stamp now, Duration offset) {
        return shutout.ban(now.nanos()).map(left -> now.at().plus(offset).plus(left));
    }

    /** What is left of a ban. */
    Optional<Duration> ban(long nanos) {
        return shutout.ban(nanos);
    }

    Breaker breaker() {
        return breaker;
    }

    /** When the breaker lets somebody try. */
    OptionalLong turnsNanos(long nanos) {
        return breaker.turnsNanos(nanos);
    }

    LinkHealth health(LinkHealth.Pending pending, Stamp now, VenueTime time) {
        var offset = time.offset();
        return new LinkHealth(
                pending,
                new LinkHealth.RoundTrips(roundTrips.p50(), roundTrips.p99()),
                throttle.budget(now, offset),
                breaker.look(now.nanos()),
                bannedUntil(now, offset),
                time.measured(),
                time.questions());
    }
}
