package sluice.quality;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import sluice.market.Regime;
import sluice.market.VenueId;

/** What children have in common that are counted together; money in different quotes never is. Immutable. */
record Bucket(Instant hour, VenueId venue, OrderType type, Regime regime, String quote) {

    static Bucket of(ParentFigures parent, ChildFigures child) {
        var opening = parent.opening();
        return new Bucket(
                opening.at().truncatedTo(ChronoUnit.HOURS),
                child.venue(),
                child.type(),
                opening.regime(),
                child.symbol().quote());
    }
}
