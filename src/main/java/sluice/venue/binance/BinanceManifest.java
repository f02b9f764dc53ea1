package sluice.venue.binance;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;
import sluice.venue.binance.trade.reply.ErrorTable;

/** What Binance spot can do, and what its answers prove. */
final class BinanceManifest {

    /** Error codes, -1007: the venue gives up on its own matching engine after ten seconds. */
    private static final Duration VENUE_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);

    /** Error codes, -2026: orders cancelled without a fill are archived after 90 days. */
    private static final Duration ARCHIVED_AFTER = Duration.ofDays(90);

    /** Data sources: "memory, database"; no time is given, so that of the usual guard against recent changes. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private static final List<Manifest.Source> SOURCES = List.of(
            source("clientIds.pattern", "FIX API, ClOrdID", "^[a-zA-Z0-9-_]{1,36}$"),
            source(
                    "clientIds.duplicateWindow",
                    "Spot trading endpoints, newClientOrderId",
                    "unique among open orders; orders with the same id can be accepted only when the previous one is"
                            + " filled, otherwise the order will be rejected"),
            source(
                    "proof.queryByClientId",
                    "Error codes, -2026",
                    "Order was canceled or expired with no executed qty over 90 days ago and has been archived."),
            source("proof.absenceGrace", "Error codes, -1007", "Timeout waiting for response from backend server."),
            source("answers.cancelOk", "Spot trading endpoints, cancel order", "the response's status is CANCELED"),
            source("answers.cancelsByClientId", "Spot trading endpoints, cancel order", "origClientOrderId"),
            source("answers.duplicate", "Error codes, messages for -2010", "Duplicate order sent."),
            source(
                    "answers.openList",
                    "Account endpoints, current open orders",
                    "all open orders of a symbol or of the account; how many there may be is each symbol's"
                            + " MAX_NUM_ORDERS"),
            source(
                    "answers.lag",
                    "General API information, data sources",
                    "memory, then database; how far they lag is not said"),
            source("answers.deadMan", "Spot API", "there is none for spot"),
            source("errors", "Error codes", "by code; text only under -2010 and -2011"));

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
                        Manifest.Amend.CANCEL_REPLACE),
                new Manifest.Answers(
                        Manifest.CancelOk.DONE,
                        true,
                        Manifest.Duplicate.REFUSED,
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
