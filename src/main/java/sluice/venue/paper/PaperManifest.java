package sluice.venue.paper;

import java.time.Duration;
import java.util.Optional;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** What a venue on paper can do: what the real one can, proven by a ledger that forgets nothing. */
final class PaperManifest {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private PaperManifest() {}

    static Manifest of(Manifest real) {
        var orders = real.orders();
        return new Manifest(
                real.venue(),
                new Manifest.ClientIds(ClientIdCodec.PLAIN, "^.{1,64}$", 64, Manifest.DuplicateWindow.ONE_DAY),
                new Manifest.Proof(Optional.of(FOR_EVER), GRACE, "on paper: the order works no more"),
                new Manifest.Orders(
                        orders.tifs(),
                        orders.market(),
                        orders.postOnly(),
                        orders.reduceOnly(),
                        Manifest.Amend.IN_PLACE));
    }
}
