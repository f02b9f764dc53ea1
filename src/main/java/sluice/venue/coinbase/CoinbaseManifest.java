package sluice.venue.coinbase;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/**
 * What Coinbase spot can do, and what its answers prove.
 *
 * <p>It answers nothing by our id. An order whose venue id is not known is looked for among all orders of its symbol in
 * the time that is searched: to be in that list nowhere is the answer that a query by id would be, for as long. For how
 * long an id that was used is refused or answered with its first order is not documented, so that no more is relied on
 * than that this is so while the order is open; nothing is ever sent again under the same id.
 */
final class CoinbaseManifest {

    /** Not documented: as long as another venue's own engine is given. */
    private static final Duration VENUE_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);
    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

    private CoinbaseManifest() {}

    static Manifest of(CoinbaseConfig config) {
        var grace = VENUE_TIMEOUT.plus(config.limits().deadline()).plus(SLACK);
        return new Manifest(
                config.venue(),
                new Manifest.ClientIds(ClientIdCodec.UUID_V5, UUID, 36, Manifest.DuplicateWindow.WHILE_OPEN),
                new Manifest.Proof(
                        Optional.of(config.limits().searched()),
                        grace.compareTo(SHORTEST_GRACE) > 0 ? grace : SHORTEST_GRACE,
                        "the venue took the request; the order works until its end is told"),
                new Manifest.Orders(EnumSet.allOf(Tif.Kind.class), true, true, false, Manifest.Amend.IN_PLACE));
    }
}
