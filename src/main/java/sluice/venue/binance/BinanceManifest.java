package sluice.venue.binance;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** What Binance spot can do, and what its answers prove. */
final class BinanceManifest {

    /** Error codes, -1007: the venue gives up on its own matching engine after ten seconds. */
    private static final Duration VENUE_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);

    /** Error codes, -2026: orders cancelled without a fill are archived after 90 days. */
    private static final Duration ARCHIVED_AFTER = Duration.ofDays(90);

    private BinanceManifest() {}

    static Manifest of(BinanceConfig config) {
        var grace = VENUE_TIMEOUT.plus(config.limits().recvWindow()).plus(SLACK);
        return new Manifest(
                config.venue(),
                new Manifest.ClientIds(
                        ClientIdCodec.PLAIN, "^[A-Za-z0-9_-]{1,36}$", 36, Manifest.DuplicateWindow.WHILE_OPEN),
                new Manifest.Proof(
                        Optional.of(ARCHIVED_AFTER),
                        grace.compareTo(SHORTEST_GRACE) > 0 ? grace : SHORTEST_GRACE,
                        "the order works no more; the answer carries what had filled"),
                new Manifest.Orders(
                        EnumSet.of(Tif.Kind.GTC, Tif.Kind.IOC, Tif.Kind.FOK),
                        true,
                        true,
                        false,
                        Manifest.Amend.CANCEL_REPLACE));
    }
}
