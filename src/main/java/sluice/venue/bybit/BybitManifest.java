package sluice.venue.bybit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;
import sluice.venue.bybit.trade.reply.ErrorTable;

/** What Bybit can do, and what its answers prove. */
final class BybitManifest {

    /** Error codes, 10000 and 170146: the venue gives up on its own engine; it does not say after how long. */
    private static final Duration VENUE_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);

    /** Order history: what was cancelled or rejected without a fill is listed for 24 hours. */
    private static final Duration LISTED_FOR = Duration.ofHours(24);

    /** Not documented; executions and orders are pushed within this. */
    private static final Duration LAG = Duration.ofSeconds(5);

    /** Place order: "500 active orders per symbol" of a perpetual, and 500 spot orders in all. */
    private static final int MOST_OPEN = 500;

    /** Disconnect cancel all: "timeWindow, 3 to 300 seconds". */
    private static final Manifest.DeadMan DEAD_MAN = new Manifest.DeadMan(
            Duration.ofSeconds(3),
            Duration.ofSeconds(300),
            "the private stream is gone for that long",
            "all orders of the account, where the venue has unlocked it for the account");

    private static final List<Manifest.Source> SOURCES = List.of(
            source(
                    "clientIds.pattern",
                    "Place order, orderLinkId",
                    "max 36 characters: numbers, letters, dashes, underscores"),
            source(
                    "clientIds.duplicateWindow",
                    "Place order, orderLinkId",
                    "must be unique; that an id is refused after its order closed is promised nowhere"),
            source(
                    "proof.queryByClientId",
                    "Get order history",
                    "cancelled, rejected and deactivated orders without a fill for 24 hours"),
            source("proof.absenceGrace", "Error codes, 10000", "Server timeout; after how long is not said"),
            source(
                    "answers.cancelOk",
                    "Cancel order",
                    "the ack only says that the request was accepted; confirm the status with the stream"),
            source("answers.cancelsByClientId", "Cancel order", "either orderId or orderLinkId is required"),
            source("answers.duplicate", "Error codes", "110072, 170141: OrderLinkedID is duplicate; 10014"),
            source(
                    "answers.openList",
                    "Get open and closed orders",
                    "openOnly=0, pages of 50, cursor; recent closed ones, at most 500, are lost when the service"
                            + " restarts"),
            source("answers.lag", "Get open and closed orders", "real-time; how far it lags is not said"),
            source("answers.deadMan", "Set disconnect cancel all", "timeWindow 3 to 300 seconds"),
            source("errors", "Error codes", "by code, which comes with HTTP 200; a code not listed proves nothing"));

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
                        Manifest.Amend.IN_PLACE),
                new Manifest.Answers(
                        Manifest.CancelOk.ACCEPTED,
                        true,
                        Manifest.Duplicate.REFUSED,
                        new Manifest.OpenList(Optional.of(MOST_OPEN), ""),
                        LAG,
                        Optional.of(DEAD_MAN)),
                ErrorTable.rules(),
                SOURCES);
    }

    private static Manifest.Source source(String fact, String page, String words) {
        return new Manifest.Source(fact, page, words);
    }
}
