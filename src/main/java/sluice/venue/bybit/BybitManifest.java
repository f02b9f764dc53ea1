package sluice.venue.bybit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** What Bybit can do, and what its answers prove. */
final class BybitManifest {

    /** Error codes, 10000 and 170146: the venue gives up on its own engine; it does not say after how long. */
    private static final Duration VENUE_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);

    /** Order history: what was cancelled or rejected without a fill is listed for 24 hours. */
    private static final Duration LISTED_FOR = Duration.ofHours(24);

    private BybitManifest() {}

    static Manifest of(BybitConfig config) {
        var grace = VENUE_TIMEOUT.plus(config.limits().recvWindow()).plus(SLACK);
        return new Manifest(
                config.venue(),
                new Manifest.ClientIds(
                        ClientIdCodec.PLAIN, "^[A-Za-z0-9_-]{1,36}$", 36, Manifest.DuplicateWindow.WHILE_OPEN),
                new Manifest.Proof(
                        Optional.of(LISTED_FOR),
                        grace.compareTo(SHORTEST_GRACE) > 0 ? grace : SHORTEST_GRACE,
                        "the venue took the request; that the order works no more is told on the private stream"),
                new Manifest.Orders(
                        EnumSet.of(Tif.Kind.GTC, Tif.Kind.IOC, Tif.Kind.FOK),
                        true,
                        true,
                        true,
                        Manifest.Amend.IN_PLACE));
    }
}
