package sluice.venue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import sluice.market.VenueId;
import sluice.order.Tif;

/** What a venue can do, how it knows our orders, and what its answers prove: as data, shown and obeyed. Immutable. */
public record Manifest(VenueId venue, ClientIds clientIds, Proof proof, Orders orders) {

    /**
     * How our ids look there.
     *
     * @param pattern regular expression that a whole id must match
     * @param window what makes a second order with the same id a duplicate
     */
    public record ClientIds(ClientIdCodec codec, String pattern, int maxLength, DuplicateWindow window) {}

    /** For how long the venue refuses a second order under an id it has seen. */
    public enum DuplicateWindow {
        NONE,
        WHILE_OPEN,
        ONE_DAY
    }

    /**
     * What answers prove.
     *
     * @param queryByClientId how long a query by our id finds a closed order; empty where there is no such query
     * @param absenceGrace how long not-found answers must go on before they prove absence
     * @param cancelOkMeans in the venue's own words, for the operator
     */
    public record Proof(Optional<Duration> queryByClientId, Duration absenceGrace, String cancelOkMeans) {}

    /** What may be asked for. */
    public record Orders(Set<Tif.Kind> tifs, boolean market, boolean postOnly, boolean reduceOnly, Amend amend) {

        public Orders {
            tifs = Set.copyOf(tifs);
        }
    }

    /** How an order is amended: in place, by one request that cancels and places, or by two. */
    public enum Amend {
        IN_PLACE,
        CANCEL_REPLACE,
        CANCEL_THEN_NEW
    }
}
