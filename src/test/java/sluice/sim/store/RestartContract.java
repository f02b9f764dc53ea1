package sluice.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.order.OrderState;
import sluice.order.Tif;
import sluice.sim.Ledger;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;
import sluice.sim.floor.Scene;
import sluice.sim.floor.World;

/** What a world must be after it ended without a word and was opened again from what its ledger had. */
abstract class RestartContract {

    /** A ledger over the same place, opened while the last one was never closed. */
    abstract Ledger reopen();

    @Test
    void accountsOrdersAndFillsAreAsTheyWere() {
        var before = scene();
        before.taken(DESK, before.limit(BUY, "2", "50000"));
        before.taken(
                DESK,
                OrderRequest.market(
                        BTC, SELL, OrderRequest.Size.quote(Px.of("5000").value()), "m"));
        before.taken(Scene.OTHER, before.limit(SELL, "3", "70000"));
        before.place(DESK, before.limit(BUY, "1", "70000").with(Type.LIMIT_MAKER, Tif.Kind.GTC));
        var after = scene();
        for (var account : before.exchange().accounts()) {
            assertThat(after.exchange().holdings(account))
                    .isEqualTo(before.exchange().holdings(account));
            assertThat(after.exchange().orders(account))
                    .isEqualTo(before.exchange().orders(account));
            assertThat(after.exchange().fills(account))
                    .isEqualTo(before.exchange().fills(account));
            assertThat(after.exchange().rejected(account))
                    .isEqualTo(before.exchange().rejected(account));
        }
    }

    @Test
    void anOpenOrderStandsInTheBookAgainAndCanBeCancelled() {
        var order = scene().taken(DESK, OrderRequest.limit(BTC, BUY, qty("2"), Px.of("50000"), "kept"));
        var after = scene();
        assertThat(after.exchange().picture(BTC, 5000).bids())
                .anyMatch(level ->
                        level.px().equals(Px.of("50000")) && level.qty().equals(qty("2")));
        after.exchange().cancel(DESK, BTC, SimRef.of("kept"));
        assertThat(after.now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(after.holding(DESK, "USDT").free()).isEqualByComparingTo("5000000");
    }

    @Test
    void anOrderIsStillCalledWhatItWasLastCalled() {
        var before = scene();
        var order = before.taken(DESK, OrderRequest.limit(BTC, BUY, qty("2"), Px.of("50000"), "old"));
        before.taken(DESK, OrderRequest.limit(BTC, BUY, qty("1"), Px.of("50000"), "new"));
        before.exchange().cancel(DESK, BTC, SimRef.of("new"));
        before.exchange().reduce(DESK, BTC, SimRef.of("old"), qty("1"), "new");
        var after = scene().exchange();
        assertThat(after.find(DESK, BTC, SimRef.of("new"))).contains(before.now(order));
        assertThat(after.find(DESK, BTC, SimRef.of("old"))).isEmpty();
    }

    @Test
    void numbersGoOnFromTheHighestGivenOut() {
        var before = scene();
        before.passMillis(20_000);
        var first = before.taken(DESK, OrderRequest.market(BTC, BUY, OrderRequest.Size.of(qty("1")), "a"));
        var update = before.exchange().picture(BTC, 1).lastUpdateId();
        var after = scene();
        var second = after.taken(DESK, OrderRequest.market(BTC, BUY, OrderRequest.Size.of(qty("1")), "b"));
        assertThat(second.orderId()).isGreaterThan(first.orderId());
        assertThat(after.exchange().picture(BTC, 1).lastUpdateId()).isGreaterThan(update);
        assertThat(after.exchange().fills(DESK))
                .extracting(fill -> fill.tradeId())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(after.exchange().fills(DESK))
                .extracting(fill -> fill.execId())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theMarketGoesOnFromWhereItWasASecondAgo() {
        var before = scene();
        before.exchange().setMid(BTC, Px.of("66000"), Optional.of(Regime.STRESSED));
        before.passMillis(5_000);
        var mid = before.exchange().mid(BTC).value().doubleValue();
        var after = new Scene(1, reopen(), before.world().now());
        assertThat(after.exchange().mid(BTC).value().doubleValue() / mid).isBetween(0.999, 1.001);
        assertThat(after.exchange().regime(BTC)).isEqualTo(Regime.STRESSED);
    }

    @Test
    void anOrderMayHaveFilledWhileNobodyWasThere() {
        var before = scene();
        var touch = before.exchange().picture(BTC, 1).bids().get(0).px();
        var order = before.taken(DESK, OrderRequest.limit(BTC, BUY, qty("0.1"), touch, "touch"));
        var after = new Scene(1, reopen(), Scene.START.plus(Duration.ofHours(5)));
        assertThat(after.now(order).state()).isEqualTo(OrderState.FILLED);
        var fill = after.exchange().fills(DESK).get(0);
        assertThat(fill.at())
                .isAfter(Scene.START.plus(Duration.ofHours(5)).minus(World.LONGEST))
                .isBefore(after.world().now());
        assertThat(after.holding(DESK, "BTC").free()).isEqualByComparingTo("100.0999");
        var again = new Scene(1, reopen(), after.world().now());
        assertThat(again.exchange().fills(DESK)).isEqualTo(after.exchange().fills(DESK));
    }

    @Test
    void withoutAnOrderWaitingOnlyTheLastSecondsArePlayed() {
        var before = scene();
        var update = before.exchange().picture(BTC, 1).lastUpdateId();
        var idle = new Scene(1, reopen(), Scene.START.plusSeconds(50));
        var waiting = scene();
        waiting.taken(DESK, waiting.limit(BUY, "1", "50000"));
        var working = new Scene(1, reopen(), Scene.START.plusSeconds(50));
        assertThat(idle.world().now()).isEqualTo(working.world().now());
        var few = idle.exchange().picture(BTC, 1).lastUpdateId() - update;
        assertThat(working.exchange().picture(BTC, 1).lastUpdateId() - update).isGreaterThan(few + 500);
    }

    @Test
    void aClockThatWasSetBackStopsNothing() {
        var before = scene();
        before.pass(Duration.ofSeconds(30));
        var after = scene();
        after.pass(Duration.ofSeconds(5));
        assertThat(after.prints()).isNotEmpty();
        assertThat(after.world().now()).isEqualTo(Scene.START.plusSeconds(5));
    }

    @Test
    void anotherSeedIsRefusedByName() {
        scene();
        assertThatThrownBy(() -> World.open(WorldSpec.usual(2), reopen(), Scene.START))
                .isInstanceOf(ForeignSeedException.class)
                .hasMessageContaining("begun with seed 1")
                .hasMessageContaining("sluice sim reset");
    }

    @Test
    void withoutASeedTheOneKeptIsTaken() {
        assertThat(World.seed(reopen(), OptionalLong.empty())).isEqualTo(WorldSpec.USUAL_SEED);
        scene();
        assertThat(World.seed(reopen(), OptionalLong.empty())).isEqualTo(1);
        assertThat(World.seed(reopen(), OptionalLong.of(9))).isEqualTo(9);
    }

    Scene scene() {
        return new Scene(1, reopen(), Scene.START);
    }

    private static Qty qty(String text) {
        return Qty.of(text);
    }
}
