package sluice.venue.paper;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import sluice.journal.UnableToAppendException;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.net.Ends;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.ManualTime;
import sluice.net.Transport;
import sluice.order.ClOrdId;
import sluice.order.Execution;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.position.Balance;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueReport;

/** A venue on paper over a public market that the test is. Confined to one thread. */
final class PaperRig {

    static final VenueId VENUE = new VenueId("binance");
    static final Symbol SPOT = Symbol.of("BTC-USDT");
    static final Symbol PERP = Symbol.of("BTC-USDT-PERP");
    static final Duration LATENCY = Duration.ofMillis(40);

    final ManualTime time = new ManualTime();
    private final Instant start = time.now();
    final List<String> ledger = new ArrayList<>();
    final List<VenueEvent> heard = new ArrayList<>();
    private final PaperFees fees;
    private PublicMarket market = new PublicMarket();
    private PaperVenue venue;
    private long request;
    boolean broken;

    PaperRig() {
        this(new PaperFees(PaperFees.Rates.of("0.001", "0.002"), PaperFees.Rates.of("0.0002", "0.0005"), false));
    }

    PaperRig(PaperFees fees) {
        this.fees = fees;
        this.venue = opened();
    }

    private record Nowhere() implements Transport {

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            throw new AssertionError(call);
        }

        @Override
        public Link open(String url, LinkListener listener) {
            throw new AssertionError(url);
        }

        @Override
        public void close() {}
    }

    private PaperVenue opened() {
        var config = new PaperConfig(
                Map.of("USDT", new BigDecimal("1000"), "BTC", new BigDecimal("2")), fees, LATENCY, Duration.ZERO);
        var kept = new PaperLedger() {

            @Override
            public List<String> lines() {
                return List.copyOf(ledger);
            }

            @Override
            public void append(List<String> lines) {
                if (broken) {
                    throw new UnableToAppendException("the disk is full");
                }
                ledger.addAll(lines);
            }
        };
        var made = new PaperVenue(market, config, kept, new Ends(new Nowhere(), time, time), new SplittableRandom(1));
        made.open(heard::add);
        market.inbox.accept(new VenueEvent.Listed(
                VENUE,
                List.of(new Instrument(
                        VENUE,
                        market.symbol(),
                        "BTCUSDT",
                        Instrument.Grid.of("0.1", "0.01"),
                        Instrument.Bounds.of("0.01", "100", "5", "0"),
                        BigDecimal.ONE,
                        Instrument.Status.TRADING)),
                List.of(),
                time.stamp()));
        market.inbox.accept(new VenueEvent.BookOpened(VENUE, market, time.stamp()));
        return made;
    }

    static PaperRig perpetual() {
        var rig = new PaperRig();
        rig.ledger.clear();
        rig.heard.clear();
        rig.market = new PublicMarket(PERP);
        rig.venue = rig.opened();
        return rig;
    }

    /** Another desk over what the first one left. */
    PaperRig restarts() {
        venue.close();
        heard.clear();
        market = new PublicMarket(market.symbol());
        venue = opened();
        return this;
    }

    /** The public book: bids and asks, best first, as {@code "99 x 2, 98 x 1"}. */
    PaperRig shows(String bids, String asks) {
        market.version++;
        market.ladder = Optional.of(new Ladder(levels(bids), levels(asks), market.version, time.nanos()));
        return this;
    }

    PaperRig loses() {
        market.ladder = Optional.empty();
        return this;
    }

    private static List<Level> levels(String text) {
        var levels = new ArrayList<Level>();
        for (var level : text.isEmpty() ? new String[0] : text.split(", ")) {
            var parts = level.split(" x ");
            levels.add(new Level(Px.of(parts[0]), Qty.of(parts[1])));
        }
        return levels;
    }

    PaperRig prints(Side aggressor, String qty, String px) {
        var trade = new Trade(VENUE, market.symbol(), aggressor, Px.of(px), Qty.of(qty), time.now());
        market.inbox.accept(new VenueEvent.Printed(trade, time.stamp()));
        return this;
    }

    /** The perpetual is marked; {@code due} is counted from where the test began. */
    PaperRig marks(String px, String rate, Duration due) {
        market.inbox.accept(new VenueEvent.Marked(
                VENUE, market.symbol(), Px.of(px), new BigDecimal(rate), start.plus(due), time.stamp()));
        return this;
    }

    PaperRig passes(Duration by) {
        time.advance(by);
        return this;
    }

    /** Sends a limit order and lets it arrive. */
    PaperRig places(String id, Side side, String qty, String px, Tif tif) {
        return gives(id, Terms.limit(market.symbol(), side, Qty.of(qty), Px.of(px), tif));
    }

    PaperRig gives(String id, Terms terms) {
        return sends(new VenueCommand.NewOrder(new ClOrdId(id), terms)).passes(LATENCY);
    }

    PaperRig sends(VenueCommand command) {
        venue.send(command);
        return this;
    }

    VenueCommand.Ref ref(String id) {
        return new VenueCommand.Ref(new ClOrdId(id), Optional.empty(), market.symbol());
    }

    Manifest manifest() {
        return venue.manifest();
    }

    /** What was said of an order, without what was sent. */
    List<OrderNews> news(String id) {
        return heard.stream()
                .filter(VenueEvent.OrderReport.class::isInstance)
                .map(VenueEvent.OrderReport.class::cast)
                .filter(report ->
                        report.clOrdId().filter(new ClOrdId(id)::equals).isPresent())
                .map(VenueEvent.OrderReport::news)
                .filter(news -> !(news instanceof OrderNews.Sent))
                .toList();
    }

    /** An order's executions as {@code "0.5 @ 100 TAKER"}. */
    List<String> fills(String id) {
        return news(id).stream()
                .filter(OrderNews.Traded.class::isInstance)
                .map(news -> ((OrderNews.Traded) news).execution())
                .map(PaperRig::written)
                .toList();
    }

    static String written(Execution execution) {
        return execution.lastQty() + " @ " + execution.lastPx() + " " + execution.liquidity();
    }

    VenueReport report() {
        var id = ++request;
        sends(new VenueCommand.OrderMassStatusRequest(id, Instant.EPOCH, List.of(ref("C-1"), ref("never"))));
        passes(LATENCY);
        return heard.stream()
                .filter(VenueEvent.MassStatus.class::isInstance)
                .map(VenueEvent.MassStatus.class::cast)
                .filter(status -> status.requestId() == id)
                .map(VenueEvent.MassStatus::report)
                .findFirst()
                .orElseThrow();
    }

    String balance(String asset) {
        return report().balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .map(PaperRig::written)
                .findFirst()
                .orElse("none");
    }

    double total(String asset) {
        return report().balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .mapToDouble(balance -> balance.total().doubleValue())
                .sum();
    }

    private static String written(Balance balance) {
        return balance.free().stripTrailingZeros().toPlainString() + " + "
                + balance.locked().stripTrailingZeros().toPlainString();
    }
}
