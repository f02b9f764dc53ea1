package sluice.net.feed;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import sluice.market.Clock;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Shutout;
import sluice.net.limit.Throttle;
import sluice.net.limit.Verdict;

/** Gives new connections their numbers, no more of them than the venue allows an address. Confined to its session. */
final class Dials {

    private final Clock clock;
    private final Throttle throttle;
    private int links;
    private long freeNanos;
    private final Shutout shutout;

    Dials(Rates rates, Clock clock, Shutout shutout) {
        this.clock = clock;
        this.shutout = shutout;
        var limit = new Limit("connections", Limit.Counts.REQUESTS, rates.connections(), rates.window(), false);
        throttle = new Throttle(List.of(limit), Throttle.Settings.STANDARD);
        freeNanos = clock.nanos();
    }

    /** The number for a connection that is opened now; none before {@link #freeNanos}. */
    OptionalInt dial() {
        shutout.wait(Lane.NEW, clock.nanos()).ifPresent(wait -> throttle.penalise(wait, clock.stamp()));
        var verdict = throttle.ask(Lane.CANCEL, Cost.weight(0), clock.stamp(), Duration.ZERO);
        if (verdict instanceof Verdict.Go) {
            return OptionalInt.of(++links);
        }
        freeNanos = verdict instanceof Verdict.WaitUntil wait ? wait.nanos() : Long.MAX_VALUE;
        return OptionalInt.empty();
    }

    boolean isBanned(long now) {
        return shutout.ban(now).isPresent();
    }

    long freeNanos() {
        return freeNanos;
    }
}
