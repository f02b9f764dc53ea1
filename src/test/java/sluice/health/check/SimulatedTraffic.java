package sluice.health.check;

import static sluice.market.Side.BUY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sluice.health.alert.AlertBook;
import sluice.health.alert.Notice;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.sim.Exchange;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome;
import sluice.sim.SimFill;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.floor.World;
import sluice.sim.store.MemoryLedger;
import sluice.venue.LinkHealth;

/**
 * Orders that take what a simulated venue shows, in virtual time: the simulator decides what of it is still there when
 * they come, with its regimes and jumps, and how long it takes to answer; the way there and back scatters.
 */
final class SimulatedTraffic {

    static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    static final VenueId VENUE = new VenueId("bybit");

    private static final String LISTED = "BTCUSDT";
    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final String ACCOUNT = "desk";
    private static final double USUAL_LEG_MS = 10;
    private static final double SCATTER = 0.3;
    private static final double TAIL = 4;

    /** One desk, with a pace of its own. */
    static final class Trader {
        final AlertBook alerts = new AlertBook();
        private final HealthMonitor monitor = new HealthMonitor(Limits.USUAL, alerts);
        private final Duration every;
        private final List<Notice> told = new ArrayList<>();
        private Instant next;
        private long lastTold;

        Trader(Duration every) {
            this.every = every;
            this.next = BEGIN.plus(every);
        }

        List<Notice> raised() {
            return told.stream()
                    .filter(notice -> notice.type() == Notice.Type.RAISED)
                    .toList();
        }

        private void look(LinkHealth link, Instant now) {
            var venue = new VenueSample(VENUE, List.of(), Optional.of(link), Optional.empty());
            monitor.look(new DeskSample("", Optional.of(Duration.ofMillis(2)), 0, 40), List.of(venue), now);
            alerts.told().stream().filter(notice -> notice.number() > lastTold).forEach(told::add);
            lastTold = told.isEmpty() ? 0 : told.get(told.size() - 1).number();
        }
    }

    private final World world;
    private final Exchange exchange;
    private final Random dice;
    private final Random questionDice;
    private final List<Trader> traders;
    private Instant now = BEGIN;
    private long child;
    private long questions;
    private double slower = 1;
    private double faded;

    SimulatedTraffic(long seed, List<Trader> traders) {
        this.world = World.open(spec(seed), new MemoryLedger(), BEGIN);
        this.exchange = world.exchange(VENUE.name());
        this.dice = new Random(seed);
        this.questionDice = new Random(~seed);
        this.traders = List.copyOf(traders);
        exchange.enroll(ACCOUNT);
    }

    /** One market of one venue, and money without end. */
    private static WorldSpec spec(long seed) {
        var usual = WorldSpec.usual(seed).only(VENUE.name());
        var venue = usual.venues().get(0);
        var listed = venue.listings().stream()
                .filter(listing ->
                        listing.symbol().equals(LISTED) && listing.contract().isEmpty())
                .toList();
        var rich = new BigDecimal("1000000000");
        var coins = new BigDecimal("1000000");
        var spec = new VenueSpec(
                venue.name(),
                listed,
                venue.fees(),
                venue.basisBps(),
                venue.depth(),
                venue.latency(),
                Map.of("USDT", rich, "BTC", coins));
        return new WorldSpec(seed, usual.assets(), List.of(spec));
    }

    /** From now on round trips take so many times as long. */
    SimulatedTraffic slows(double factor) {
        slower = factor;
        return this;
    }

    /** From now on somebody is quicker, and takes up to twice this share of what we are after. */
    SimulatedTraffic fades(double share) {
        faded = share;
        return this;
    }

    SimulatedTraffic runs(Duration time, boolean trading) {
        for (var end = now.plus(time); now.isBefore(end); ) {
            now = now.plusSeconds(1);
            world.advance(now);
            var link = asked();
            traders.forEach(trader -> plays(trader, trading, link));
        }
        return this;
    }

    private void plays(Trader trader, boolean trading, LinkHealth link) {
        var isDue = !trader.next.isAfter(now);
        trader.next = isDue ? now.plus(trader.every) : trader.next;
        if (isDue && trading) {
            order(trader);
        }
        trader.look(link, now);
    }

    SimulatedTraffic runs(Duration time) {
        return runs(time, true);
    }

    /** Lognormal, with a tail that is heavier while the market is not calm. */
    private double legMillis(Random dice) {
        var isCalm = exchange.regime(LISTED) == Regime.CALM;
        var tail = dice.nextDouble() < (isCalm ? 0.01 : 0.05) ? TAIL : 1;
        var way = USUAL_LEG_MS * Math.exp(SCATTER * dice.nextGaussian()) * tail;
        return (way + exchange.latency().toMillis() / 2.0) * slower;
    }

    /** The venue is asked for its time once a second, whoever trades. */
    private LinkHealth asked() {
        questions++;
        var took = Duration.ofNanos((long) ((legMillis(questionDice) + legMillis(questionDice)) * 1e6));
        return new LinkHealth(
                LinkHealth.IN_PROCESS.pending(),
                LinkHealth.RoundTrips.NONE,
                LinkHealth.Budget.UNLIMITED,
                LinkHealth.Breaker.CLOSED,
                Optional.empty(),
                Optional.of(Duration.ZERO),
                new LinkHealth.Questions(questions, List.of(took)));
    }

    private Stamp at(double millis) {
        var at = now.plusNanos((long) (millis * 1e6));
        return new Stamp(at, Duration.between(BEGIN, at).toNanos());
    }

    private void order(Trader trader) {
        var side = dice.nextBoolean() ? BUY : Side.SELL;
        var picture = exchange.picture(LISTED, 1);
        var level = (side == BUY ? picture.asks() : picture.bids()).get(0);
        var there = legMillis(dice);
        world.advance(now.plusNanos((long) (there * 1e6)));
        var took = there + legMillis(dice);
        if (faded > 0) {
            takesBefore(side, level.px(), level.qty());
        }
        var request = OrderRequest.limit(LISTED, side, level.qty(), level.px(), "x" + ++child)
                .with(OrderRequest.Type.LIMIT, Tif.Kind.IOC);
        tell(trader, side, request, exchange.place(ACCOUNT, request), took);
    }

    private void takesBefore(Side side, Px px, Qty shown) {
        var share = BigDecimal.valueOf(2 * faded * dice.nextDouble());
        var qty = shown.value().multiply(share).setScale(6, RoundingMode.DOWN);
        if (qty.signum() > 0) {
            exchange.outsiderTrades(LISTED, side, px, new Qty(qty));
        }
    }

    private void tell(Trader trader, Side side, OrderRequest request, Outcome outcome, double took) {
        var id = new ChildId(child);
        var qty = new Qty(request.size().amount());
        var terms = Terms.limit(BTC, side, qty, request.px().orElseThrow(), Tif.IOC);
        var ids = new Order.Ids(id, new ParentId(child), new ClOrdId(request.clientId()), VENUE);
        trader.monitor.heard(new OrderEvent.Created(ids, terms, Mark.NONE, at(0)));
        trader.monitor.heard(new OrderEvent.Sent(id, "NEW", Mark.NONE, at(0)));
        if (!(outcome instanceof Outcome.Taken taken)) {
            trader.monitor.heard(new OrderEvent.Rejected(id, Closure.of(Reason.FILTER), at(took)));
            return;
        }
        trader.monitor.heard(new OrderEvent.Accepted(id, new OrderId("V-" + child), Mark.NONE, at(took)));
        taken.fills()
                .forEach(fill -> trader.monitor.heard(new OrderEvent.Traded(id, execution(fill), Mark.NONE, at(took))));
        if (taken.order().cumQty().compareTo(qty) < 0) {
            trader.monitor.heard(new OrderEvent.Cancelled(id, Closure.of(Reason.IOC_REMAINDER), at(took)));
        }
    }

    private Execution execution(SimFill fill) {
        return new Execution(
                new ExecId("E" + fill.execId()),
                fill.lastQty(),
                fill.lastPx(),
                fill.fee(),
                fill.liquidity(),
                fill.at());
    }
}
