package sluice.net.feed;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import sluice.market.Clock;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Throttle;
import sluice.net.limit.Verdict;

/** Gives new connections their numbers, no more of them than the venue allows an address. Confined to its session. */
final class Dials {

    private final Clock clock;
    private final Throttle throttle;
    private int links;
    private long freeNanos;
    private long banNanos;

    Dials(Rates rates, Clock clock) {
        this.clock = clock;
        var limit = new Limit("connections", Limit.Counts.REQUESTS, rates.connections(), rates.window(), false);
        throttle = new Throttle(List.of(limit), Throttle.Settings.STANDARD);
        freeNanos = clock.nanos();
        banNanos = freeNanos;
    }

    /** The number for a connection that is opened now; none before {@link #freeNanos}. */
    OptionalInt dial() {
        var verdict = throttle.ask(Lane.CANCEL, Cost.weight(0), clock.stamp(), Duration.ZERO);
        if (verdict instanceof Verdict.Go) {
            return OptionalInt.of(++links);
        }
        freeNanos = verdict instanceof Verdict.WaitUntil wait ? wait.nanos() : Long.MAX_VALUE;
        return OptionalInt.empty();
    }

    /** The venue will not hear of us for so long. */
    void pause(Duration ban) {
        throttle.penalise(ban, clock.stamp());
        banNanos = clock.nanos() + ban.toNanos();
    }

    boolean isBanned(long now) {
        return now - banNanos < 0;
    }

    long freeNanos() {
        return freeNanos;
    }
}
