package sluice.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.view.FeedView;
import sluice.engine.view.HoldingsView;
import sluice.engine.view.LinkView;
import sluice.engine.view.VenueView;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.market.book.LiveBook;
import sluice.order.Reason;
import sluice.order.Tif;
import sluice.order.position.Balance;
import sluice.venue.BadFrame;
import sluice.venue.ClientIdCodec;
import sluice.venue.FeeSchedule;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
import sluice.venue.Manifest;
import sluice.venue.VenueEvent;

/** Two venues as a desk might see them, with a book each. */
public final class Market {

    public static final VenueId ALPHA = new VenueId("alpha");
    public static final VenueId BETA = new VenueId("beta");
    public static final Symbol BTC = Symbol.of("BTC-USDT");
    static final Symbol ETH = Symbol.of("ETH-USDT");
    public static final Stamp AT = new Stamp(Instant.parse("2026-11-02T09:30:00.123456Z"), 1_000_000_000);

    private Market() {}

    static VenueView venue(VenueId id, String unready) {
        return new VenueView(
                manifest(id),
                unready,
                Map.of(
                        Feed.book(BTC),
                        new FeedView(
                                FeedState.LIVE,
                                FeedReason.READY,
                                "",
                                AT,
                                new FeedView.Past(AT, java.time.Duration.ZERO, 0))),
                List.of(instrument(id, BTC, "0.01", "0.001"), instrument(id, ETH, "0.01", "0.01")),
                List.of(new FeeSchedule(BTC, new BigDecimal("0.0008"), new BigDecimal("0.001"))),
                new HoldingsView(
                        List.of(new Balance("BTC", new BigDecimal("2"), BigDecimal.ZERO)), List.of(), List.of()),
                new LinkView(
                        Optional.of(new LinkHealth(
                                new LinkHealth.Pending(1, 2),
                                new LinkHealth.RoundTrips(
                                        Optional.of(Duration.ofMillis(5)), Optional.of(Duration.ofMillis(9))),
                                new LinkHealth.Budget("weight a minute", 4500, 0.25),
                                LinkHealth.Breaker.CLOSED,
                                Optional.empty(),
                                Optional.of(Duration.ofMillis(3)),
                                LinkHealth.Questions.NONE)),
                        List.of(new VenueEvent.BadFramesCounted(
                                id,
                                Optional.of(Feed.book(BTC)),
                                BadFrame.TRUNCATED,
                                3,
                                "not JSON, from line 1 on",
                                AT)),
                        "armed: everything is cancelled after 30 s without us"));
    }

    private static Instrument instrument(VenueId venue, Symbol symbol, String tick, String lot) {
        return new Instrument(
                venue,
                symbol,
                symbol.base() + symbol.quote(),
                Instrument.Grid.of(tick, lot),
                Instrument.Bounds.of("0.001", "100", "10", "1000000"),
                BigDecimal.ONE,
                Instrument.Status.TRADING);
    }

    private static Manifest manifest(VenueId id) {
        return new Manifest(
                id,
                new Manifest.ClientIds(ClientIdCodec.PLAIN, "[a-z0-9-]{1,36}", 36, Manifest.DuplicateWindow.WHILE_OPEN),
                new Manifest.Proof(Optional.of(Duration.ofDays(3)), Duration.ofSeconds(30), "the order works no more"),
                new Manifest.Orders(
                        Set.of(Tif.Kind.GTC, Tif.Kind.IOC), true, true, false, Manifest.Amend.CANCEL_REPLACE),
                new Manifest.Answers(
                        Manifest.CancelOk.DONE,
                        true,
                        Manifest.Duplicate.REFUSED,
                        new Manifest.OpenList(Optional.of(500), ""),
                        Duration.ofSeconds(5),
                        Optional.of(new Manifest.DeadMan(
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(300),
                                "we fall silent",
                                "every order of the account"))),
                List.of(
                        new Manifest.ErrorRule("-1", Manifest.Proves.NOTHING, Reason.OTHER),
                        new Manifest.ErrorRule("-2", Manifest.Proves.ARRIVED, Reason.DUPLICATE_ID)),
                List.of(new Manifest.Source("errors", "Errors", "two of them")));
    }

    /** Two levels a side, one tick apart from the price. */
    static LiveBook book(VenueId venue, Symbol symbol, String px) {
        var mid = new BigDecimal(px);
        return new LiveBook() {
            @Override
            public VenueId venue() {
                return venue;
            }

            @Override
            public Symbol symbol() {
                return symbol;
            }

            @Override
            public Optional<Ladder> read(int depth) {
                return Optional.of(new Ladder(side(mid, -1), side(mid, 1), 7, AT.nanos()));
            }

            @Override
            public long version() {
                return 7;
            }
        };
    }

    private static List<Level> side(BigDecimal mid, int sign) {
        return List.of(level(mid, sign), level(mid, 2 * sign));
    }

    private static Level level(BigDecimal mid, int away) {
        return new Level(new Px(mid.add(BigDecimal.valueOf(away))), Qty.of("1.5"));
    }
}
