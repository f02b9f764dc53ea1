package sluice.health;

import java.time.Duration;
import java.util.Optional;
import sluice.market.Stamp;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent.FeedChanged;

/**
 * How one feed has fared so far: a fold of the changes of its state. Immutable.
 *
 * @param last what was told last
 * @param first when it was told of first
 * @param lost when it was LIVE last, or began; empty while it is
 * @param live for how long it was LIVE, all times before the present one together
 * @param drops how often it ceased to be LIVE
 */
public record FeedRecord(FeedChanged last, Stamp first, Optional<Stamp> lost, Duration live, int drops) {

    public static FeedRecord of(FeedChanged begun) {
        var lost = begun.state() == FeedState.LIVE ? Optional.<Stamp>empty() : Optional.of(begun.at());
        return new FeedRecord(begun, begun.at(), lost, Duration.ZERO, 0);
    }

    public FeedRecord after(FeedChanged change) {
        boolean was = isLive();
        boolean is = change.state() == FeedState.LIVE;
        if (was == is) {
            return new FeedRecord(change, first, lost, was ? live.plus(between(last.at(), change.at())) : live, drops);
        }
        return is
                ? new FeedRecord(change, first, Optional.empty(), live, drops)
                : new FeedRecord(change, first, Optional.of(change.at()), liveUntil(change.at()), drops + 1);
    }

    /** What a change amounts to, seen from here. */
    public FeedTurn turn(FeedChanged change) {
        boolean is = change.state() == FeedState.LIVE;
        return new FeedTurn(
                change.venue(),
                change.feed(),
                change.state(),
                new FeedTurn.Why(change.reason(), change.text()),
                change.at().at(),
                isLive() && !is ? Optional.of(between(last.at(), change.at())) : Optional.empty(),
                is ? lost.map(since -> between(since, change.at())) : Optional.empty());
    }

    /** For how long it was LIVE until now. */
    public Duration liveUntil(Stamp now) {
        return isLive() ? live.plus(between(last.at(), now)) : live;
    }

    private boolean isLive() {
        return last.state() == FeedState.LIVE;
    }

    private static Duration between(Stamp from, Stamp to) {
        return Duration.ofNanos(to.nanos() - from.nanos());
    }
}
