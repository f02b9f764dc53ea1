package sluice.app.venue;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.venue.Venue;
import sluice.venue.paper.PaperFees;

/** How one venue is reached: its hosts, limits and pace, in the terms of its kind. Immutable. */
public interface Wiring {

    /** The name of its kind. */
    String kind();

    /** Its keys and values, as the venue's section of the file would say them. */
    Map<String, String> shown();

    /** An address that says the venue's time to anybody. */
    TimeCheck time();

    /** How the venue is asked what a key may do. */
    KeyQuestion rights(ApiKeys keys, SplittableRandom random);

    /** What the venue takes of an account of no size, as it publishes it. */
    PaperFees fees();

    /** The adapter; without keys it shows the market and takes no order. */
    Venue venue(VenueConfig config, Optional<ApiKeys> keys, Surroundings around, SplittableRandom random);
}
