package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.simulation.Rows.ACCOUNT;
import static sluice.simulation.Rows.ALL;
import static sluice.simulation.Rows.OPEN;
import static sluice.simulation.Rows.ORDER;
import static sluice.simulation.Rows.answer;
import static sluice.simulation.Rows.filled;
import static sluice.simulation.Rows.planned;
import static sluice.simulation.Rows.rows;
import static sluice.simulation.Rows.silent;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.OrderState;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.server.counter.Counter;

/**
 * Rows 19 to 27 of the reconciliation matrix, what others do and what the account holds, as venues bring them about
 * through the adapters' and their own wires.
 *
 * <p>What a venue would have to answer wrongly for is staged at Binance alone, by an answer in the place of its own.
 */
class AccountRowsTest {

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row19AnOrderOfOursThatTheJournalLostIsAdoptedAndCancelled(Cast cast) {
        var scene = Scene.resting(cast);
        scene.outsiders()
                .places(
                        Side.BUY,
                        "0.1",
                        scene.below(310),
                        ClOrdId.of("abc123", new ChildId(40), 0).value());
        scene.reconcile(true);
        scene.until(() -> scene.order().state() == OrderState.CANCELLED, 60);

        assertThat(scene.order().ids().childId().number()).isEqualTo(40);
        assertThat(scene.theirsOpen()).hasSize(1);
        assertThat(scene.alerts()).contains("ORPHAN");
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row20AStrangersOrderIsTrackedAndNeverCancelled(Cast cast) {
        var scene = Scene.resting(cast);
        var theirs = scene.outsiders().places(Side.BUY, "0.1", scene.below(310), "by-hand-1");
        scene.reconcile(true);
        scene.pass(Duration.ofSeconds(30));

        assertThat(rows(scene)).containsExactly(20);
        assertThat(scene.theirsOpen()).hasSize(2);
        scene.cancelledThere(theirs);
        scene.reconcile(true);
        assertThat(rows(scene)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row21AStrangersFillIsBookedToNobodyOfOursOnce(Cast cast) {
        var scene = Scene.resting(cast);
        scene.pass(Duration.ofSeconds(3));
        scene.outsiders().places(Side.BUY, "0.1", scene.below(-50), "by-hand-1");
        scene.reconcile(true);
        scene.pass(Duration.ofSeconds(10));
        scene.reconcile(true);

        assertThat(scene.view().orders().accounts().elsewhere())
                .singleElement()
                .satisfies(position -> assertThat(position.netQty()).isEqualTo(ALL));
        assertThat(scene.view().orders().fills()).isEmpty();
        assertThat(planned(scene)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row22TheSameFillToldTwiceIsBookedOnce(Cast cast) {
        var scene = Scene.resting(cast);
        scene.fault(Fault.once(FaultKind.DUPLICATE).times(50));
        scene.fills(scene.theirLast(), "0.04");
        scene.reconcile(true);
        scene.pass(Duration.ofSeconds(10));

        assertThat(scene.view().orders().fills()).hasSize(1);
        assertThat(rows(scene)).isEmpty();
        assertThat(planned(scene)).isEmpty();
    }

    /** A stranger with our key trades with our own order: one trade id, and both sides of it are real. */
    @Test
    void row23BothSidesOfOneTradeOnTheAccountAreCounted() {
        var scene = new Scene(Cast.BINANCE);
        scene.stands();
        scene.buy("0.1", 0);
        scene.until(() -> scene.order().state() == OrderState.SUBMITTED, 10);
        scene.outsiders()
                .trades(Side.SELL, "0.04", scene.theirLast().request().px().orElseThrow(), "by-hand-1");
        scene.until(() -> filled(scene).equals(Qty.of("0.04")), 20);
        scene.reconcile(true);

        var ids = scene.venue().exchange().fills(Counter.DESK).stream().map(fill -> fill.tradeId());
        assertThat(ids.distinct()).as("one trade").hasSize(1);
        assertThat(scene.view().orders().accounts().elsewhere())
                .singleElement()
                .satisfies(position -> assertThat(position.netQty()).isEqualTo(Qty.of("-0.04")));
        assertThat(rows(scene)).doesNotContain(22);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row24OtherTermsThanWereSentCountAndStopNewRisk(Cast cast) {
        var scene = Scene.resting(cast);
        scene.privateStreamTellsNothing();
        scene.pass(Duration.ofSeconds(8));
        scene.outsiders().reduces(scene.theirLast(), "0.06");
        scene.reconcile(true);

        assertThat(rows(scene)).containsExactly(24);
        assertThat(scene.view().risk().states().symbols()).isNotEmpty();
    }

    @Test
    void row25ABalanceThatDiffersIsClassifiedAfterThreeLooksAndNeverPlugged() {
        var scene = new Scene(Cast.BINANCE);
        scene.fault(answer(
                        ACCOUNT,
                        200,
                        "{\"makerCommission\":10,\"takerCommission\":10,\"balances\":["
                                + "{\"asset\":\"USDT\",\"free\":\"1000.00000000\",\"locked\":\"0.00000000\"},"
                                + "{\"asset\":\"BTC\",\"free\":\"100.00000000\",\"locked\":\"0.00000000\"}]}")
                .times(100_000));
        scene.reconcile(true);
        assertThat(rows(scene)).as("one look may be the snapshot's skew").isEmpty();
        for (var look = 0; look < 3; look++) {
            scene.pass(Duration.ofSeconds(6));
            scene.reconcile(true);
        }

        assertThat(rows(scene)).contains(25);
        assertThat(scene.view().orders().accounts().differences())
                .anySatisfy(each -> assertThat(each.key()).startsWith("account USDT"));
    }

    @Test
    void row26ADuplicateIdProvesThatTheFirstOneArrived() {
        var scene = silent(Cast.BINANCE);
        scene.fault(answer("place", 400, "{\"code\":-2010,\"msg\":\"Duplicate order sent.\"}")
                .with("processed", "true"));
        scene.buy("0.1", 300);
        scene.until(() -> scene.order().state() == OrderState.SUBMITTED, 60);

        assertThat(scene.theirs()).hasSize(1);
        assertThat(scene.order().isInDoubt()).isFalse();
    }

    @Test
    void row27EmptyListsWithoutBalancesAreNoEvidence() {
        var scene = Scene.resting(Cast.BINANCE);
        scene.privateStreamTellsNothing();
        scene.fault(answer(OPEN, 200, "[]").times(100_000));
        scene.fault(answer(ACCOUNT, 200, "{\"makerCommission\":10,\"takerCommission\":10,\"balances\":[]}")
                .times(100_000));
        scene.fault(answer(ORDER, 400, "{\"code\":-2013,\"msg\":\"Order does not exist.\"}")
                .times(100_000));
        for (var look = 0; look < 4; look++) {
            scene.pass(Duration.ofSeconds(15));
            scene.reconcile(true);
        }
        assertThat(scene.order().isOpen()).isTrue();
        assertThat(scene.parent().openQty()).isEqualTo(ALL);
        scene.heal();
        scene.until(() -> !scene.order().isInDoubt() && scene.unready().equals("{}"), 120);
        assertThat(scene.order().state()).isEqualTo(OrderState.SUBMITTED);
    }
}
