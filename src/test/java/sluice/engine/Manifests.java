package sluice.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.VenueId;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** Manifests of venues that can do whatever a test needs. */
final class Manifests {

    private Manifests() {}

    static Manifest of(VenueId venue, boolean reduceOnly, Manifest.Amend amend, Manifest.DuplicateWindow window) {
        return new Manifest(
                venue,
                new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, window),
                new Manifest.Proof(Optional.of(Duration.ofDays(90)), Duration.ofSeconds(30), "cancelled"),
                new Manifest.Orders(Set.of(Tif.Kind.values()), true, true, reduceOnly, amend));
    }

    /** The same of a venue that has a dead-man switch. */
    static Manifest guarded(Manifest plain) {
        return new Manifest(
                plain.venue(),
                plain.clientIds(),
                plain.proof(),
                plain.orders(),
                new Manifest.Answers(
                        Manifest.CancelOk.ACCEPTED,
                        true,
                        Manifest.Duplicate.REFUSED,
                        new Manifest.OpenList(Optional.empty(), ""),
                        Duration.ZERO,
                        Optional.of(new Manifest.DeadMan(
                                Duration.ofSeconds(3), Duration.ofSeconds(300), "silence", "everything"))),
                List.of(),
                List.of());
    }
}
