package sluice.recovery;

import java.util.List;
import java.util.Map;
import sluice.venue.VenueReport;

/** What a complete report of one venue proves about the orders we hold there. */
public final class Reconciliation {

    private Reconciliation() {}

    public static Plan plan(Ours ours, VenueReport report, Learned learned) {
        return new Plan(List.of(), Map.of());
    }
}
