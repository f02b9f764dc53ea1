package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.OrderRequest;
import sluice.sim.SelfTrade;
import sluice.sim.SimRef;
import sluice.sim.store.MemoryLedger;

class ConservationTest {

    private static final List<String> ACCOUNTS = List.of(Scene.DESK, Scene.OTHER);

    /** What is done next: 0 to 5 place in some way, 6 cancels, 7 reduces, 8 lets time pass, 9 has an outsider trade. */
    record Step(int act, String account, Side side, int bps, int lots, SelfTrade mode) {}

    @Property(tries = 60)
    void nothingIsMadeOrLostAndWhatIsLockedIsWhatOpenOrdersNeed(@ForAll("steps") List<Step> steps) {
        var ledger = new MemoryLedger();
        var scene = new Scene(7, ledger, Scene.START);
        for (var step : steps) {
            act(scene, step);
            sums(ledger).forEach((asset, sum) -> assertThat(sum).as(asset).isEqualByComparingTo("0"));
            ACCOUNTS.forEach(account -> checkHoldings(scene, account));
        }
        assertThat(steps).isNotEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(Side.values()),
                        Arbitraries.integers().between(-20, 20),
                        Arbitraries.integers().between(100, 900_000),
                        Arbitraries.of(SelfTrade.NONE, SelfTrade.EXPIRE_MAKER, SelfTrade.EXPIRE_BOTH))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    private static void act(Scene scene, Step step) {
        var qty = Qty.scaled(step.lots(), 5);
        var mid = scene.exchange().mid(Scene.BTC);
        var px = mid.worsened(step.side(), BigDecimal.valueOf(step.bps())).onGrid(new BigDecimal("0.01"), step.side());
        var newest = scene.exchange().openOrders(step.account(), Optional.empty()).stream()
                .reduce((first, second) -> second);
        switch (step.act()) {
            case 6 ->
                newest.ifPresent(
                        order -> scene.exchange().cancel(step.account(), Scene.BTC, SimRef.of(order.orderId())));
            case 7 ->
                newest.ifPresent(order -> scene.exchange()
                        .reduce(step.account(), Scene.BTC, SimRef.of(order.clientId()), qty, order.clientId()));
            case 8 -> scene.passMillis(step.lots() % 3_000);
            case 9 -> scene.exchange().outsiderTrades(Scene.BTC, step.side(), px, qty);
            default -> scene.place(step.account(), request(scene, step, qty, px));
        }
    }

    private static OrderRequest request(Scene scene, Step step, Qty qty, Px px) {
        var limit = scene.limit(step.side(), qty.plain(), px.plain()).with(step.mode());
        return switch (step.act()) {
            case 0 -> scene.market(step.side(), qty.plain()).with(step.mode());
            case 1 ->
                OrderRequest.market(
                        Scene.BTC,
                        step.side(),
                        OrderRequest.Size.quote(BigDecimal.valueOf(step.lots())),
                        limit.clientId());
            case 2 -> Scene.fok(limit);
            case 3 -> Scene.ioc(limit);
            default -> limit;
        };
    }

    private static Map<String, BigDecimal> sums(MemoryLedger ledger) {
        var sums = new HashMap<String, BigDecimal>();
        for (var balance : ledger.venue("binance").booked().balances()) {
            sums.merge(balance.asset(), balance.holding().total(), BigDecimal::add);
        }
        return sums;
    }

    private static void checkHoldings(Scene scene, String account) {
        var needed = new HashMap<String, BigDecimal>();
        for (var order : scene.exchange().openOrders(account, Optional.empty())) {
            var leaves = order.leavesQty().value();
            var buys = order.side() == Side.BUY;
            var px = order.request().px().orElseThrow().value();
            needed.merge(buys ? "USDT" : "BTC", buys ? leaves.multiply(px) : leaves, BigDecimal::add);
        }
        scene.exchange().holdings(account).forEach((asset, holding) -> {
            assertThat(holding.free()).isNotNegative();
            assertThat(holding.locked()).isEqualByComparingTo(needed.getOrDefault(asset, BigDecimal.ZERO));
        });
    }
}
