package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
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
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.position.Balance;
import sluice.order.position.Position;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Working;
import sluice.risk.limits.Limits;

/** A small desk with its venue: orders at random, each judged first, and answers that come, are lost or lie in wait. */
final class ReferenceDesk {

    private static final BigDecimal FEE = new BigDecimal("0.001");
    private static final BigDecimal MID = new BigDecimal("100");

    private final Random random;
    private final Given given;
    private final List<Order> orders = new ArrayList<>();
    private Position position = Position.flat(Given.VENUE, Given.SYMBOL);
    private BigDecimal cash = new BigDecimal("2000");
    private BigDecimal coins = new BigDecimal("20");
    private Pace pace = Pace.fresh(0);
    private long now;
    private long ids;
    private int passed;
    private int refused;

    ReferenceDesk(long seed, Limits limits) {
        this.random = new Random(seed);
        this.given = new Given(
                Given.listed("0.01", "0.001"), Given.aDesk().mid("100").exposure(), limits);
    }

    void step() {
        now += random.nextInt(20) * 1_000_000L;
        var open = orders.stream().filter(Order::isOpen).toList();
        var roll = random.nextInt(10);
        if (roll < 4 || open.isEmpty()) {
            place();
        } else if (roll == 4) {
            amend(open.get(random.nextInt(open.size())));
        } else {
            answer(open.get(random.nextInt(open.size())), roll);
        }
        orders.removeIf(order -> !order.isOpen() && random.nextInt(4) == 0);
        check();
    }

    private void place() {
        var terms = randomTerms();
        judge(new Intent(given.listing(), terms, Optional.empty(), Optional.empty(), Optional.empty()))
                .ifPresent(granted -> {
                    var child = new ChildId(++ids);
                    var name = new Order.Ids(child, new ParentId(ids), ClOrdId.of("t", child, 0), Given.VENUE);
                    orders.add(Order.of(new OrderEvent.Created(name, granted, Mark.NONE, at())));
                });
    }

    private Terms randomTerms() {
        var side = random.nextBoolean() ? Side.BUY : Side.SELL;
        var qty = new Qty(BigDecimal.valueOf(1 + random.nextInt(4000), 3));
        var px = new Px(BigDecimal.valueOf(9950 + random.nextInt(101), 2));
        var terms = Terms.limit(Given.SYMBOL, side, qty, px, Tif.GTC);
        return random.nextInt(6) == 0 ? Given.reducing(terms) : terms;
    }

    private void amend(Order order) {
        if (order.inFlight().isPresent() || order.isInDoubt()) {
            return;
        }
        var terms = order.terms()
                .withOrderQty(order.terms().orderQty().plus(randomTerms().orderQty()));
        var intent = new Intent(given.listing(), terms, Optional.of(order), Optional.empty(), Optional.empty());
        judge(intent).ifPresent(granted -> {
            var next = new ClOrdId(order.ids().clOrdId().value() + "-1");
            play(order, new OrderEvent.Requested(child(order), new Request.Replace(next, granted), at()));
        });
    }

    private void answer(Order order, int roll) {
        var request = order.inFlight().orElse(new Request.Cancel());
        if (roll == 5) {
            play(order, new OrderEvent.Accepted(child(order), new OrderId("V" + child(order)), Mark.NONE, at()));
        } else if (roll == 6) {
            play(order, new OrderEvent.InDoubt(child(order), request, "lost", at()));
        } else if (roll == 7 && request instanceof Request.Replace replace) {
            var id = Optional.of(new OrderId("V" + ++ids));
            play(order, new OrderEvent.Replaced(child(order), replace.next(), replace.terms(), id, at()));
        } else if (roll == 8) {
            var closure = Closure.of(Reason.VENUE_CANCELLED);
            play(order, new OrderEvent.Cancelled(child(order), closure, at()));
        } else {
            fill(order);
        }
    }

    private void fill(Order order) {
        var most = order.worstLeavesQty();
        if (!most.isPositive()) {
            return;
        }
        var share = random.nextBoolean() ? most : new Qty(most.value().multiply(new BigDecimal("0.5")));
        var px = order.terms().px().orElseThrow();
        var quote = px.value().multiply(share.value());
        var fee = new Money(quote.multiply(FEE), "USDT");
        var id = new ExecId("E" + ++ids);
        var execution = new Execution(id, share, px, fee, Liquidity.TAKER, Instant.EPOCH);
        play(order, new OrderEvent.Traded(child(order), execution, Mark.NONE, at()));
        position = position.after(order.terms().side(), execution);
        var sign = BigDecimal.valueOf(order.terms().side().sign());
        cash = cash.subtract(quote.multiply(sign)).subtract(fee.amount());
        coins = coins.add(share.value().multiply(sign));
    }

    private Optional<Terms> judge(Intent intent) {
        var verdict = Risk.judge(intent, exposure(intent.terms()), given.limits());
        if (verdict instanceof Verdict.Passed granted) {
            pace = granted.pace();
            passed++;
            return Optional.of(granted.terms());
        }
        refused++;
        return Optional.empty();
    }

    private Exposure exposure(Terms terms) {
        var asset = Outlay.asset(terms);
        return new Exposure(
                given.exposure().conditions(),
                given.exposure().market(),
                positions(),
                Working.of(Given.VENUE, Given.SYMBOL, orders),
                Funds.of(
                        Given.VENUE,
                        asset,
                        List.of(balance("USDT"), balance("BTC")),
                        orders,
                        symbol -> Outlay.full(FEE)),
                pace,
                now);
    }

    /** The venue locks what it has acknowledged, and of the rest nobody has told us anything. */
    private Balance balance(String asset) {
        var locked = BigDecimal.ZERO;
        for (var order : orders) {
            if (order.isOpen()
                    && order.orderId().isPresent()
                    && Outlay.asset(order.terms()).equals(asset)) {
                var px = asset.equals("BTC")
                        ? BigDecimal.ONE
                        : order.terms().px().orElseThrow().value();
                locked = locked.add(order.leavesQty().value().multiply(px));
            }
        }
        return new Balance(asset, (asset.equals("BTC") ? coins : cash).subtract(locked), locked);
    }

    private Positions positions() {
        return Positions.of(List.of(Given.VENUE), Given.SYMBOL, List.of(position), orders);
    }

    /** With everything open or unknown filled on one side and nothing on the other, every limit still holds. */
    private void check() {
        var worst = positions();
        var max = given.limits().position();
        for (var side : Side.values()) {
            assertThat(worst.worst(side).value()).isLessThanOrEqualTo(max.maxQty());
            assertThat(worst.worst(side).value().multiply(MID)).isLessThanOrEqualTo(max.maxNotional());
            assertThat(worst.worst(side).value().multiply(MID)).isLessThanOrEqualTo(max.maxNet());
            assertThat(worst.worstAtVenue(side).value().multiply(MID)).isLessThanOrEqualTo(max.atVenue());
        }
        var held = orders.stream().filter(order -> !order.terms().reduceOnly()).toList();
        assertThat(Working.of(Given.VENUE, Given.SYMBOL, held).atVenue())
                .isLessThanOrEqualTo((int) given.limits().open().perVenue());
        assertThat(need(Side.BUY)).isLessThanOrEqualTo(cash);
        assertThat(need(Side.SELL)).isLessThanOrEqualTo(coins);
    }

    private BigDecimal need(Side side) {
        return orders.stream()
                .filter(order -> order.isOpen() && order.terms().side() == side)
                .filter(order -> !order.terms().reduceOnly())
                .map(order -> Funds.need(order, Outlay.full(FEE)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int passed() {
        return passed;
    }

    int refused() {
        return refused;
    }

    private void play(Order order, OrderEvent event) {
        orders.set(orders.indexOf(order), order.after(event));
    }

    private static ChildId child(Order order) {
        return order.ids().childId();
    }

    private Stamp at() {
        return new Stamp(Instant.EPOCH, now);
    }
}
