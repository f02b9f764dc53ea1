package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Size;
import sluice.sim.Outcome;
import sluice.sim.Outcome.Denial;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;
import sluice.sim.store.MemoryLedger;

/** Perpetuals: what positions bind, win and cost. */
class PerpetualTest {

    private static final String DESK = "desk";
    private static final String BTC = "BTCUSDT-PERP";
    private static final Instant BEFORE_FUNDING = Instant.parse("2026-08-01T07:59:50Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private final World world = World.open(WorldSpec.usual(3).only("bybit"), ledger, BEFORE_FUNDING);
    private final Exchange exchange = world.exchange("bybit");
    private int ids;

    @BeforeEach
    void enroll() {
        exchange.enroll(DESK);
        world.freeze(true);
        mid("60000");
    }

    @Test
    void thePairAndItsPerpetualAreTwoListingsOfOneName() {
        assertThat(exchange.listing("BTCUSDT")).isPresent();
        assertThat(exchange.listing(BTC).orElseThrow().name()).isEqualTo("BTCUSDT");
        assertThat(exchange.mid("BTCUSDT").value().doubleValue()).isCloseTo(60_000, withPercentage(0.2));
    }

    @Test
    void aPositionBindsATenthOfItsValueAndCostsOnlyTheFee() {
        var fill = market(BUY, "0.5").get(0);
        var position = position();
        assertThat(position.size()).isEqualByComparingTo("0.5");
        assertThat(position.side()).contains(BUY);
        assertThat(fill.fee().asset()).isEqualTo("USDT");
        var holding = exchange.holdings(DESK).get("USDT");
        assertThat(holding.locked()).isEqualByComparingTo(position.entryValue().movePointLeft(1));
        assertThat(holding.total()).isEqualByComparingTo(new BigDecimal(5_000_000).subtract(fees()));
        assertThat(exchange.holdings(DESK).get("BTC").total()).isEqualByComparingTo("100");
    }

    @Test
    void closingWinsWhatThePriceMoved() {
        market(BUY, "1");
        var entry = position().entryValue();
        mid("61000");
        var half = market(SELL, "0.4");
        assertThat(half.get(0).settled().closedQty()).isEqualTo(half.get(0).lastQty());
        market(SELL, "0.6");
        assertThat(position().isFlat()).isTrue();
        var won = fills().stream()
                .filter(fill -> fill.order().side() == SELL)
                .map(SimFill::lastQuote)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(entry);
        assertThat(won).isGreaterThan(new BigDecimal(900));
        assertThat(position().realised()).isEqualByComparingTo(won);
        var holding = exchange.holdings(DESK).get("USDT");
        assertThat(holding.locked()).isEqualByComparingTo("0");
        assertThat(holding.free())
                .isEqualByComparingTo(new BigDecimal(5_000_000).add(won).subtract(fees()));
    }

    @Test
    void aTradeThroughZeroTurnsThePosition() {
        market(SELL, "0.2");
        var closed = market(BUY, "0.5").stream()
                .map(fill -> fill.settled().closedQty().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(closed).isEqualByComparingTo("0.2");
        assertThat(position().size()).isEqualByComparingTo("0.3");
        assertThat(position().avgEntryPx()).isBetween(new BigDecimal(60_000), new BigDecimal(60_100));
    }

    @Test
    void anOrderBindsItsMarginAndOneThatClosesBindsNothing() {
        limit(BUY, "1", "50000");
        assertThat(locked()).isEqualByComparingTo("5000");
        cancel("c1");
        assertThat(locked()).isEqualByComparingTo("0");
        market(BUY, "1");
        var bound = locked();
        limit(SELL, "1", "70000");
        assertThat(locked()).isEqualByComparingTo(bound);
        limit(SELL, "1", "70000");
        assertThat(locked()).isEqualByComparingTo(bound.add(new BigDecimal(7_000)));
    }

    @Test
    void withoutTheMarginAnOrderIsDenied() {
        assertThat(denial(place(request(BUY, "1000", "60000")))).isEqualTo(Denial.INSUFFICIENT_BALANCE);
        assertThat(exchange.perpetuals().leverage(DESK, BTC, new BigDecimal(50)))
                .isEmpty();
        assertThat(place(request(BUY, "1000", "50000"))).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void leverageHasBoundsAndMustBePaidFor() {
        market(BUY, "1");
        var perpetuals = exchange.perpetuals();
        assertThat(perpetuals
                        .leverage(DESK, BTC, new BigDecimal(101))
                        .orElseThrow()
                        .denial())
                .isEqualTo(Denial.LEVERAGE);
        perpetuals.leverage(DESK, BTC, new BigDecimal(20));
        assertThat(locked()).isEqualByComparingTo(position().entryValue().divide(new BigDecimal(20)));
        assertThat(position().leverage()).isEqualByComparingTo("20");
    }

    @Test
    void whatAPositionHasLostCannotBeBound() {
        market(BUY, "100");
        var before = exchange.perpetuals().available(DESK, "USDT");
        mid("50000");
        assertThat(exchange.perpetuals().available(DESK, "USDT")).isLessThan(before.subtract(new BigDecimal(400_000)));
        mid("80000");
        assertThat(exchange.perpetuals().available(DESK, "USDT"))
                .isEqualByComparingTo(exchange.holdings(DESK).get("USDT").free());
    }

    @Test
    void aReduceOnlyOrderWithNothingToReduceIsDenied() {
        assertThat(denial(place(request(SELL, "1", "70000").reducing()))).isEqualTo(Denial.NOTHING_TO_REDUCE);
        market(BUY, "1");
        assertThat(denial(place(request(BUY, "1", "50000").reducing()))).isEqualTo(Denial.NOTHING_TO_REDUCE);
    }

    @Test
    void aReduceOnlyOrderShrinksWithThePositionAndGoesWithIt() {
        market(BUY, "1");
        var order = taken(place(request(SELL, "3", "70000").reducing()));
        assertThat(order.orderQty()).isEqualTo(Qty.of("1"));
        market(SELL, "0.4");
        assertThat(now(order).orderQty()).isEqualTo(Qty.of("0.6"));
        market(SELL, "0.6");
        assertThat(now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now(order).progress().cause()).isEqualTo(SimOrder.Cause.REDUCE_ONLY);
    }

    @Test
    void twoReduceOnlyOrdersNeverTurnAPosition() {
        market(BUY, "1");
        place(request(SELL, "1", "61000").reducing());
        place(request(SELL, "1", "61000").reducing());
        exchange.outsiderTrades(BTC, BUY, Px.of("61000"), Qty.of("5"));
        assertThat(position().isFlat()).isTrue();
        assertThat(exchange.openOrders(DESK, Optional.of(BTC))).isEmpty();
    }

    @Test
    void longsPayTheRateWhenItIsDue() {
        market(BUY, "2");
        var heard = new ArrayList<Funding>();
        exchange.listen(new ExchangeListener() {
            @Override
            public void funded(Funding funding) {
                heard.add(funding);
            }
        });
        var marking = exchange.perpetuals().marking(BTC);
        assertThat(marking.nextFunding()).isEqualTo(Instant.parse("2026-08-01T08:00:00Z"));
        var before = exchange.holdings(DESK).get("USDT").total();
        world.freeze(false);
        world.advance(world.now().plusSeconds(20));
        assertThat(heard).hasSize(1);
        var funding = heard.get(0);
        assertThat(funding.at()).isEqualTo(marking.nextFunding());
        assertThat(funding.paid().amount())
                .isEqualByComparingTo(
                        funding.mark().value().multiply(new BigDecimal(2)).multiply(funding.rate()));
        assertThat(exchange.holdings(DESK).get("USDT").total())
                .isEqualByComparingTo(before.subtract(funding.paid().amount()));
        assertThat(exchange.perpetuals().marking(BTC).nextFunding()).isEqualTo(Instant.parse("2026-08-01T16:00:00Z"));
    }

    @Test
    void anAmendedOrderMovesAndTradesUnderItsNumber() {
        var order = limit(BUY, "1", "50000");
        var moved = taken(
                exchange.amend(DESK, BTC, SimRef.of("c1"), Optional.of(Qty.of("2")), Optional.of(Px.of("51000"))));
        assertThat(moved.orderId()).isEqualTo(order.orderId());
        assertThat(locked()).isEqualByComparingTo("10200");
        var crossed = taken(exchange.amend(DESK, BTC, SimRef.of("c1"), Optional.empty(), Optional.of(Px.of("60500"))));
        assertThat(crossed.state()).isEqualTo(OrderState.FILLED);
        assertThat(position().size()).isEqualByComparingTo("2");
    }

    @Test
    void anAmendmentThatCannotBePaidChangesNothing() {
        var order = limit(BUY, "1", "50000");
        var more = exchange.amend(DESK, BTC, SimRef.of("c1"), Optional.of(Qty.of("1100")), Optional.empty());
        assertThat(denial(more)).isEqualTo(Denial.INSUFFICIENT_BALANCE);
        var same = exchange.amend(DESK, BTC, SimRef.of("c1"), Optional.of(Qty.of("1")), Optional.empty());
        assertThat(denial(same)).isEqualTo(Denial.NOT_CHANGED);
        assertThat(now(order)).isEqualTo(order);
    }

    @Test
    void positionsOutliveTheProcess() {
        market(BUY, "1");
        limit(BUY, "2", "50000");
        exchange.perpetuals().leverage(DESK, BTC, new BigDecimal(25));
        var again = World.open(WorldSpec.usual(3).only("bybit"), ledger, world.now())
                .exchange("bybit");
        assertThat(again.perpetuals().position(DESK, BTC)).isEqualTo(position());
        assertThat(again.holdings(DESK)).isEqualTo(exchange.holdings(DESK));
        again.cancel(DESK, BTC, SimRef.of("c2"));
        assertThat(again.holdings(DESK).get("USDT").locked())
                .isEqualByComparingTo(position().entryValue().divide(new BigDecimal(25)));
    }

    private void mid(String px) {
        exchange.setMid(BTC, Px.of(px), Optional.empty());
        world.advance(world.now().plus(Duration.ofMillis(1)));
    }

    private List<SimFill> market(Side side, String qty) {
        var outcome = place(OrderRequest.market(BTC, side, Size.of(Qty.of(qty)), "c" + ++ids));
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).fills();
    }

    private OrderRequest request(Side side, String qty, String px) {
        return OrderRequest.limit(BTC, side, Qty.of(qty), Px.of(px), "c" + ++ids);
    }

    private SimOrder limit(Side side, String qty, String px) {
        return taken(place(request(side, qty, px)));
    }

    private Outcome place(OrderRequest request) {
        return exchange.place(DESK, request);
    }

    private void cancel(String clientId) {
        exchange.cancel(DESK, BTC, SimRef.of(clientId));
    }

    private SimOrder now(SimOrder order) {
        return exchange.find(DESK, BTC, SimRef.of(order.orderId())).orElseThrow();
    }

    private Position position() {
        return exchange.perpetuals().position(DESK, BTC);
    }

    private List<SimFill> fills() {
        return exchange.fills(DESK);
    }

    private BigDecimal fees() {
        return fills().stream().map(fill -> fill.fee().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal locked() {
        return exchange.holdings(DESK).get("USDT").locked();
    }

    private static SimOrder taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).order();
    }

    private static Denial denial(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Denied.class);
        return ((Outcome.Denied) outcome).denial();
    }
}
