package sluice.venue.coinbase;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;
import sluice.venue.coinbase.trade.reply.ErrorTable;

/**
 * What Coinbase spot can do, and what its answers prove.
 *
 * <p>It answers nothing by our id. An order whose venue id is not known is looked for among all orders of its symbol in
 * the time that is searched: to be in that list nowhere is the answer that a query by id would be, for as long. For how
 * long an id that was used is refused or answered with its first order is not documented, so that nothing is ever sent
 * again under the same id.
 */
final class CoinbaseManifest {

    /** Not documented: as long as another venue's own engine is given. */
    private static final Duration VENUE_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);
    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

    /** Not documented; fills are known to be listed some moments after the stream tells of them. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private static final List<Manifest.Source> SOURCES = List.of(
            source(
                    "clientIds.pattern",
                    "Create order, client_order_id",
                    "required; a UUID is recommended, and what else is taken is not said"),
            source(
                    "clientIds.duplicateWindow",
                    "Create order, client_order_id",
                    "an id that is not unique creates no order; for how long is not said"),
            source(
                    "proof.queryByClientId",
                    "List orders",
                    "there is no query by our id: orders placed since a start_date are listed, and each carries it"),
            source("proof.absenceGrace", "Create order", "no time is given after which nothing can happen any more"),
            source("answers.cancelOk", "Cancel orders", "success: whether the cancel request was submitted"),
            source("answers.cancelsByClientId", "Cancel orders", "order_ids, which are the venue's"),
            source(
                    "answers.duplicate",
                    "Create order, client_order_id",
                    "the existing order is returned; DUPLICATE_CLIENT_ORDER_ID is a failure reason, too"),
            source(
                    "answers.openList",
                    "List orders, order_status",
                    "OPEN goes with no other status and leaves PENDING and QUEUED out; a second question asks for"
                            + " those, so that an order may change between the two"),
            source("answers.lag", "List fills", "not said"),
            source("answers.deadMan", "Advanced Trade API", "there is none"),
            source("errors", "Create order, error_response", "by reason, which comes with HTTP 200; then by status"));

    private CoinbaseManifest() {}

    static Manifest of(CoinbaseConfig config) {
        var grace = VENUE_TIMEOUT.plus(config.limits().deadlines().order()).plus(SLACK);
        return new Manifest(
                config.venue(),
                new Manifest.ClientIds(ClientIdCodec.UUID_V5, UUID, 36, Manifest.DuplicateWindow.UNDOCUMENTED),
                new Manifest.Proof(
                        Optional.of(config.limits().searched()),
                        grace.compareTo(SHORTEST_GRACE) > 0 ? grace : SHORTEST_GRACE,
                        "the venue took the request; the order works until its end is told"),
                new Manifest.Orders(EnumSet.allOf(Tif.Kind.class), true, true, false, Manifest.Amend.IN_PLACE),
                new Manifest.Answers(
                        Manifest.CancelOk.ACCEPTED,
                        false,
                        Manifest.Duplicate.EITHER,
                        new Manifest.OpenList(Optional.empty(), ""),
                        LAG,
                        Optional.empty()),
                ErrorTable.rules(),
                SOURCES);
    }

    private static Manifest.Source source(String fact, String page, String words) {
        return new Manifest.Source(fact, page, words);
    }
}
