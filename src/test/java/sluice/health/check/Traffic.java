package sluice.health.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sluice.health.alert.AlertBook;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;

/**
 * A desk that trades at two venues in virtual time: latencies scatter, with a tail and a daily wave, more of both while
 * the market is volatile; some of what is taken has faded, and now and then an order is rejected.
 */
final class Traffic {

    static final VenueId ALPHA = new VenueId("alpha");
    static final VenueId BETA = new VenueId("beta");

    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final double DAY_SECONDS = 86_400;

    final AlertBook alerts = new AlertBook();
    final HealthMonitor monitor = new HealthMonitor(Limits.USUAL, alerts);
    private final Random dice;
    private final double ordersPerSecond;
    private final Map<VenueId, FeedState> streams = new HashMap<>();
    private Instant now = Instant.parse("2026-11-02T00:00:00Z");
    private long nanos;
    private long child;
    private boolean isVolatile;

    Traffic(long seed, double ordersPerSecond) {
        this.dice = new Random(seed);
        this.ordersPerSecond = ordersPerSecond;
    }

    Traffic stream(VenueId venue, FeedState state) {
        streams.put(venue, state);
        return this;
    }

    Traffic runs(Duration time, Duration step) {
        for (var end = now.plus(time); now.isBefore(end); ) {
            now = now.plus(step);
            nanos += step.toNanos();
            isVolatile = dice.nextDouble() < (isVolatile ? 1 - step.toSeconds() / 600.0 : step.toSeconds() / 7_200.0);
            List.of(ALPHA, BETA).forEach(venue -> orders(venue, ordersPerSecond * step.toSeconds()));
            look();
        }
        return this;
    }

    private void orders(VenueId venue, double most) {
        for (double due = most; due > 0; due--) {
            if (dice.nextDouble() < due) {
                order(venue);
            }
        }
    }

    Traffic runs(Duration time) {
        return runs(time, Duration.ofSeconds(1));
    }

    Health health() {
        return monitor.health();
    }

    private Stamp at(double afterMillis) {
        var after = (long) (afterMillis * 1e6);
        return new Stamp(now.plusNanos(after), nanos + after);
    }

    private void order(VenueId venue) {
        var id = new ChildId(++child);
        var terms = Terms.limit(BTC, Side.BUY, Qty.of("1"), Px.of("60100"), Tif.IOC);
        var took = latencyMillis();
        var ids = new Order.Ids(id, new ParentId(child), new ClOrdId("x-" + child), venue);
        monitor.heard(new OrderEvent.Created(ids, terms, Mark.NONE, at(0)));
        monitor.heard(new OrderEvent.Sent(id, "NEW", Mark.NONE, at(0)));
        if (dice.nextDouble() < 0.003) {
            monitor.heard(new OrderEvent.Rejected(id, Closure.of(Reason.FILTER), at(took)));
            return;
        }
        monitor.heard(new OrderEvent.Accepted(id, new OrderId("V-" + child), Mark.NONE, at(took)));
        var gone = Math.max(0, Math.min(1, share()));
        if (gone < 1) {
            monitor.heard(new OrderEvent.Traded(id, fill(1 - gone), Mark.NONE, at(took + 1)));
        }
        if (gone > 0) {
            monitor.heard(new OrderEvent.Cancelled(id, Closure.of(Reason.IOC_REMAINDER), at(took + 1)));
        }
    }

    private Execution fill(double share) {
        var qty = new Qty(BigDecimal.valueOf(share).setScale(4, RoundingMode.DOWN));
        return new Execution(new ExecId("E" + child), qty, Px.of("60000"), Money.zero("USDT"), Liquidity.TAKER, now);
    }

    private double latencyMillis() {
        var day = 1 + 0.15 * Math.sin(2 * Math.PI * now.getEpochSecond() / DAY_SECONDS);
        var tail = dice.nextDouble() < (isVolatile ? 0.05 : 0.01) ? 4 : 1;
        return 20 * day * (isVolatile ? 1.1 : 1) * Math.exp(0.3 * dice.nextGaussian()) * tail;
    }

    /** Nine of ten are whole; of the others some is gone. */
    private double share() {
        return dice.nextDouble() < (isVolatile ? 0.15 : 0.1) ? dice.nextDouble() * 0.8 : 0;
    }

    private void look() {
        var samples = new ArrayList<VenueSample>();
        for (var venue : List.of(ALPHA, BETA)) {
            var state = streams.getOrDefault(venue, FeedState.LIVE);
            var feeds = List.of(
                    new VenueSample.FeedSample(Feed.book(BTC), FeedState.LIVE, Duration.ofHours(1), 0),
                    new VenueSample.FeedSample(Feed.PRIVATE, state, Duration.ofMinutes(1), 0));
            var link = new LinkHealth(
                    new LinkHealth.Pending(0, 0),
                    LinkHealth.RoundTrips.NONE,
                    LinkHealth.Budget.UNLIMITED,
                    LinkHealth.Breaker.CLOSED,
                    Optional.empty(),
                    Optional.of(Duration.ofMillis(3)),
                    LinkHealth.Questions.NONE);
            samples.add(new VenueSample(venue, feeds, Optional.of(link), Optional.of(Duration.ofMillis(80))));
        }
        monitor.look(new DeskSample("", Optional.of(Duration.ofMillis(2)), 0, 40), samples, now);
    }
}
