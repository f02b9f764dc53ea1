package sluice.venue;

import java.util.List;

/** What asking for one order brought. */
public sealed interface Lookup {

    /** The order, and those of its fills that the venue lists. */
    record Found(VenueOrder order, List<VenueFill> fills) implements Lookup {

        public Found {
            fills = List.copyOf(fills);
        }
    }

    /** A successful answer that does not know the order; by itself no proof that it never was. */
    record NotFound(String text) implements Lookup {}

    /** No answer, or none that says anything. No evidence at all. */
    record Failed(String cause) implements Lookup {}
}
