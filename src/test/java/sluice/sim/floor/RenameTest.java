package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;

import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;
import sluice.sim.Outcome.Taken;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;

/** What a reduced order is called. */
class RenameTest {

    private final Scene scene = Scene.frozen();

    @Test
    void aReducedOrderIsFoundAndCancelledByItsNewIdOnly() {
        var order = rests("old");
        var reduced = reduces(order, "0.5", "new");

        assertThat(scene.find(DESK, "new")).contains(reduced);
        assertThat(scene.find(DESK, "old")).isEmpty();
        assertThat(reduced.orderId()).isEqualTo(order.orderId());
        assertThat(cancel("old")).isInstanceOf(Denied.class);
        assertThat(cancel("new")).isInstanceOf(Taken.class);
        assertThat(scene.now(order).isOpen()).isFalse();
    }

    @Test
    void aReducedOrderMayKeepItsId() {
        var order = rests("same");
        assertThat(reduces(order, "0.5", "same").orderQty()).isEqualTo(Qty.of("0.5"));
        assertThat(scene.find(DESK, "same")).contains(scene.now(order));
    }

    @Test
    void theIdOfAnotherOpenOrderIsDeniedAndNothingIsReduced() {
        var order = rests("old");
        rests("taken");
        assertThat(reduce(order, "0.5", "taken")).isEqualTo(new Denied(Denial.DUPLICATE_CLIENT_ID, "taken"));
        assertThat(scene.now(order)).isEqualTo(order);
    }

    @Test
    void anIdGivenUpCanBeTakenAgain() {
        reduces(rests("old"), "0.5", "new");
        var second = rests("old");
        assertThat(scene.find(DESK, "old")).contains(second);
    }

    @Test
    void theIdOfAClosedOrderMeansTheOneThatHasItNow() {
        var order = rests("first");
        rests("second");
        cancel("second");
        scene.passMillis(1_000);
        var reduced = reduces(order, "0.5", "second");
        assertThat(scene.find(DESK, "second")).contains(reduced);
        var request = OrderRequest.limit(BTC, BUY, Qty.of("1"), Px.of("50000"), "second");
        assertThat(scene.denied(DESK, request).denial()).isEqualTo(Denial.DUPLICATE_CLIENT_ID);
        scene.passMillis(1_000);
        cancel("second");
        assertThat(scene.find(DESK, "second")).contains(scene.now(order));
    }

    @Test
    void anIdGivenUpMeansTheOrderThatHadItBefore() {
        var closed = rests("again");
        cancel("again");
        reduces(rests("again"), "0.5", "new");
        assertThat(scene.find(DESK, "again")).contains(scene.now(closed));
    }

    @Test
    void aFillAfterwardsGoesByTheNewId() {
        reduces(rests("old"), "0.5", "new");
        scene.exchange().outsiderTrades(BTC, SELL, Px.of("50000"), Qty.of("0.1"));
        assertThat(scene.exchange().fills(DESK))
                .singleElement()
                .satisfies(fill -> assertThat(fill.order().clientId()).isEqualTo("new"));
    }

    private SimOrder rests(String clientId) {
        return scene.taken(DESK, OrderRequest.limit(BTC, BUY, Qty.of("1"), Px.of("50000"), clientId));
    }

    private Outcome cancel(String clientId) {
        return scene.exchange().cancel(DESK, BTC, SimRef.of(clientId));
    }

    private Outcome reduce(SimOrder order, String qty, String clientId) {
        return scene.exchange().reduce(DESK, BTC, SimRef.of(order.orderId()), Qty.of(qty), clientId);
    }

    private SimOrder reduces(SimOrder order, String qty, String clientId) {
        return ((Taken) reduce(order, qty, clientId)).order();
    }
}
