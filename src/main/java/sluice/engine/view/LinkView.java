package sluice.engine.view;

import java.util.List;
import java.util.Optional;
import sluice.venue.LinkHealth;
import sluice.venue.VenueEvent.BadFramesCounted;

/**
 * How the way to a venue does, and what came over it that should not have. Immutable.
 *
 * @param health empty until it was measured
 * @param bad the last count of each feed and kind
 * @param deadMan how the venue's dead-man switch stands; empty where none is configured
 */
public record LinkView(Optional<LinkHealth> health, List<BadFramesCounted> bad, String deadMan) {

    public LinkView {
        bad = List.copyOf(bad);
    }
}
