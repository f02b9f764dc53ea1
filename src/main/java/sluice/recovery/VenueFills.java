package sluice.recovery;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import sluice.venue.VenueFill;

/** The order in which fills are booked, whatever order they are listed in. */
final class VenueFills {

    static final Comparator<VenueFill> OLDEST_FIRST = comparing(
                    (VenueFill fill) -> fill.execution().at())
            .thenComparing(fill -> fill.execution().execId().value())
            .thenComparing(fill -> fill.orderId().value());

    private VenueFills() {}
}
