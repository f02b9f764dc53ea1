package sluice.venue.paper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.order.Reason;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** What a venue on paper can do: what the real one can, proven by a ledger that forgets nothing. */
final class PaperManifest {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final List<Manifest.ErrorRule> ERRORS = List.of(
            new Manifest.ErrorRule("an id that is taken", Manifest.Proves.ARRIVED, Reason.DUPLICATE_ID),
            new Manifest.ErrorRule("any refusal", Manifest.Proves.REJECTED, Reason.OTHER));

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
                        Manifest.Amend.IN_PLACE),
                new Manifest.Answers(
                        Manifest.CancelOk.DONE,
                        true,
                        Manifest.Duplicate.REFUSED,
                        new Manifest.OpenList(Optional.empty(), ""),
                        Duration.ZERO,
                        Optional.empty()),
                ERRORS,
                List.of(new Manifest.Source("all", "this program", "orders on paper never leave it")));
    }
}
