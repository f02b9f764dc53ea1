package sluice.dash.pane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.engine.view.View;
import sluice.market.VenueId;

/** The slowest round trips of each venue in the last minute, a number a second. Confined to the dash's thread. */
public final class Trails {

    private static final int LENGTH = 60;
    private static final long EVERY_NANOS = 1_000_000_000;

    private final Map<VenueId, Deque<Double>> p99 = new TreeMap<>();
    private long next = Long.MIN_VALUE;

    public void learn(View view, long nanos) {
        if (nanos < next) {
            return;
        }
        next = nanos + EVERY_NANOS;
        view.venues().forEach((id, venue) -> {
            var trail = p99.computeIfAbsent(id, first -> new ArrayDeque<>());
            trail.add(venue.link()
                    .flatMap(link -> link.roundTrips().p99())
                    .map(span -> span.toNanos() / 1e6)
                    .orElse(Double.NaN));
            if (trail.size() > LENGTH) {
                trail.remove();
            }
        });
    }

    List<Double> p99(VenueId venue) {
        return List.copyOf(p99.getOrDefault(venue, new ArrayDeque<>()));
    }
}
