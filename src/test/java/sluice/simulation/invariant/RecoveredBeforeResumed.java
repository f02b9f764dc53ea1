package sluice.simulation.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * No new order leaves for a venue whose private stream is down, or whose whole account was not asked for and told of
 * since the stream came up in this life of the desk.
 */
public final class RecoveredBeforeResumed implements Invariant {

    public static final String NAME = "recoveredBeforeResumed";

    private final Verdict verdict;
    private final Set<VenueId> live = new HashSet<>();
    private final Set<VenueId> recovered = new HashSet<>();
    private final Map<VenueId, Set<Long>> asked = new HashMap<>();

    public RecoveredBeforeResumed(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void started() {
        live.clear();
        recovered.clear();
        asked.clear();
    }

    @Override
    public void heard(VenueEvent event) {
        var venue = event.venue();
        if (event instanceof VenueEvent.FeedChanged changed && changed.feed().equals(Feed.PRIVATE)) {
            if (changed.state() != FeedState.LIVE) {
                live.remove(venue);
                recovered.remove(venue);
                asked.remove(venue);
            } else {
                live.add(venue);
            }
        } else if (event instanceof VenueEvent.MassStatus told
                && asked.getOrDefault(venue, Set.of()).contains(told.requestId())) {
            recovered.add(venue);
        }
    }

    @Override
    public void sends(VenueId venue, VenueCommand command) {
        if (command instanceof VenueCommand.OrderMassStatusRequest request && live.contains(venue)) {
            asked.computeIfAbsent(venue, id -> new HashSet<>()).add(request.requestId());
        }
    }

    @Override
    public void leaves(HttpCall call) {
        var venue = Wire.venue(call);
        if (!recovered.contains(venue) && Wire.newOrder(call).isPresent()) {
            verdict.broken(
                    NAME,
                    call + " leaves, and " + venue + (live.contains(venue) ? " is not recovered" : " is not heard"));
        }
    }
}
