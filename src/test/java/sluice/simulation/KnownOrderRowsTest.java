package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.simulation.Rows.ALL;
import static sluice.simulation.Rows.OPEN;
import static sluice.simulation.Rows.ORDER;
import static sluice.simulation.Rows.TRADES;
import static sluice.simulation.Rows.answer;
import static sluice.simulation.Rows.filled;
import static sluice.simulation.Rows.planned;
import static sluice.simulation.Rows.rows;
import static sluice.simulation.Rows.silent;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.market.Qty;
import sluice.order.OrderState;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.simulation.invariant.ExposureCountsTheWorstCase;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.QuantityIsConserved;

/**
 * Rows 9 to 18 of the reconciliation matrix, orders that the journal and the venue both knew, as venues bring them
 * about through the adapters' and their own wires.
 *
 * <p>What a venue would have to answer wrongly for is staged at Binance alone, by an answer in the place of its own.
 */
class KnownOrderRowsTest {

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row9AnAcknowledgedOrderThatIsNowhereIsLostAndStaysReserved(Cast cast) {
        var scene = new Scene(cast);
        scene.fault(Fault.once(FaultKind.READ_LAG)
                .on("place")
                .with("ms", Duration.ofMinutes(10).toMillis()));
        scene.buy("0.1", 300);
        scene.until(() -> scene.order().state() == OrderState.SUBMITTED, 20);
        scene.privateStreamTellsNothing();
        scene.restart();
        scene.until(() -> scene.order().isInDoubt(), 240);

        assertThat(scene.order().doubt().orElseThrow().toString()).contains("LOST");
        assertThat(scene.order().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(scene.parent().openQty()).isEqualTo(ALL);
        assertThat(scene.theirs()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row10AnAcknowledgedOrderThatFilledUnseenGetsItsFillsOnce(Cast cast) {
        var scene = Scene.resting(cast);
        scene.privateStreamTellsNothing();
        scene.fills(scene.theirLast(), "0.04");
        scene.fills(scene.theirLast(), "0.06");
        scene.reconcile(true);
        scene.until(() -> scene.order().state() == OrderState.FILLED, 30);

        assertThat(scene.view().orders().fills()).hasSize(2);
        assertThat(filled(scene)).isEqualTo(ALL);
        scene.pass(Duration.ofSeconds(10));
        assertThat(planned(scene)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row11APartlyFilledOrderThatWasCancelledUnseenGetsItsTailFirst(Cast cast) {
        var scene = Scene.resting(cast);
        scene.fills(scene.theirLast(), "0.02");
        scene.until(() -> !scene.order().cumQty().isZero(), 10);
        scene.pass(Duration.ofSeconds(2));
        scene.privateStreamTellsNothing();
        scene.fills(scene.theirLast(), "0.03");
        scene.cancelledThere(scene.theirLast());
        scene.reconcile(true);
        scene.until(() -> !scene.order().isOpen(), 60);

        assertThat(scene.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(scene.order().cumQty()).isEqualTo(Qty.of("0.05"));
        assertThat(filled(scene)).isEqualTo(Qty.of("0.05"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row12ACancelThatNeverArrivedIsSentAgain(Cast cast) {
        var scene = Scene.resting(cast);
        scene.privateStreamTellsNothing();
        scene.fault(Fault.once(FaultKind.REQUEST_LOST).on("cancel"));
        scene.cancel();
        scene.until(() -> scene.order().state() == OrderState.CANCELLED, 120);

        assertThat(scene.theirsOpen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row13ARefusedCancelProvesNothingAndTheFillsAreBooked(Cast cast) {
        var scene = Scene.resting(cast);
        scene.privateStreamTellsNothing();
        scene.fills(scene.theirLast(), "0.1");
        scene.cancel();
        scene.until(() -> !scene.order().isOpen(), 60);

        assertThat(scene.order().state()).isEqualTo(OrderState.FILLED);
        assertThat(filled(scene)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row14AnAmendWhoseReplyIsLostIsReadWithItsIdPriceAndQuantity(Cast cast) {
        var scene = Scene.resting(cast);
        scene.privateStreamTellsNothing();
        scene.fault(Fault.once(FaultKind.REPLY_LOST).on("amend"));
        var px = scene.below(320);
        scene.amend(Optional.of(Qty.of("0.08")), Optional.of(px));
        scene.until(
                () -> scene.order().terms().px().equals(Optional.of(px))
                        && scene.order().inFlight().isEmpty()
                        && !scene.order().isInDoubt(),
                120);

        assertThat(scene.order().terms().orderQty()).isEqualTo(Qty.of("0.08"));
        assertThat(scene.theirsOpen()).singleElement().satisfies(there -> {
            assertThat(there.leavesQty()).isEqualTo(Qty.of("0.08"));
            assertThat(scene.order().orderId().orElseThrow().value())
                    .isEqualTo(scene.venue().names().order(there.symbol(), there.orderId()));
        });
    }

    @Test
    void row15WhatIsCountedAndNotListedIsStoodInForUntilTheRealFillsAreThere() {
        var scene = Scene.resting(Cast.BINANCE);
        scene.lies(QuantityIsConserved.NAME);
        scene.privateStreamTellsNothing();
        scene.fault(answer(TRADES, 200, "[]").times(100_000));
        scene.fills(scene.theirLast(), "0.04");
        scene.until(() -> !scene.view().orders().accounts().provisional().isEmpty(), 240);
        assertThat(scene.order().cumQty()).isEqualTo(Qty.of("0.04"));
        scene.heal();
        scene.until(() -> scene.view().orders().accounts().provisional().isEmpty(), 240);

        assertThat(filled(scene)).isEqualTo(Qty.of("0.04"));
        assertThat(scene.view().orders().fills()).hasSize(1);
    }

    @Test
    void row16AVenueThatCountsLessThanItToldIsABreakOnceItGoesOnAndNoFillIsTakenBack() {
        var scene = Scene.resting(Cast.BINANCE);
        var before = openOrders(scene);
        scene.fills(scene.theirLast(), "0.04");
        scene.until(() -> filled(scene).equals(Qty.of("0.04")), 10);
        scene.fault(answer(OPEN, 200, "[" + before + "]").times(100_000));
        scene.fault(answer(ORDER, 200, before).times(100_000));
        for (var look = 0; look < 12; look++) {
            scene.pass(Duration.ofSeconds(6));
            scene.reconcile(true);
        }

        assertThat(rows(scene)).contains(16);
        assertThat(filled(scene)).isEqualTo(Qty.of("0.04"));
    }

    @Test
    void row17AnOrderClosedHereAndOpenThereIsCancelledUntilProvenAndStaysClosed() {
        var scene = falselyRejected();
        assertThat(scene.theirsOpen()).hasSize(1);
        scene.pass(Duration.ofSeconds(8));
        assertThat(scene.reconcile(true).plan())
                .anySatisfy(line -> assertThat(line.row()).isEqualTo(17));
        scene.until(() -> scene.theirsOpen().isEmpty(), 60);

        assertThat(scene.order().isOpen()).isFalse();
        assertThat(scene.alerts()).contains("ZOMBIE");
    }

    @Test
    void row18ALateFillOfAnOrderClosedHereIsBookedAndAlarmed() {
        var scene = falselyRejected();
        scene.fills(scene.theirLast(), "0.04");
        scene.pass(Duration.ofSeconds(8));
        scene.reconcile(true);
        scene.until(() -> filled(scene).equals(Qty.of("0.04")), 60);
        scene.until(() -> scene.theirsOpen().isEmpty(), 60);

        assertThat(scene.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(scene.alerts()).containsAnyOf("LATE_FILL", "ZOMBIE");
    }

    /** The order as the venue shows it now. */
    private static String openOrders(Scene scene) {
        var there = scene.theirLast();
        return ("{'symbol':'%s','orderId':%d,'orderListId':-1,'clientOrderId':'%s','price':'%s','origQty':'%s',"
                        + "'executedQty':'%s','cummulativeQuoteQty':'0.00','status':'NEW','timeInForce':'GTC',"
                        + "'type':'LIMIT','side':'BUY','stopPrice':'0.0','icebergQty':'0.0','time':%d,'updateTime':%d,"
                        + "'isWorking':true,'workingTime':%d,'origQuoteOrderQty':'0.0',"
                        + "'selfTradePreventionMode':'EXPIRE_MAKER'}")
                .formatted(
                        there.symbol(),
                        there.orderId(),
                        there.clientId(),
                        there.request().px().orElseThrow().plain(),
                        there.orderQty().plain(),
                        there.cumQty().plain(),
                        there.createdAt().toEpochMilli(),
                        there.updatedAt().toEpochMilli(),
                        there.createdAt().toEpochMilli())
                .replace('\'', '"');
    }

    /** The venue takes the order and says that it did not. */
    private static Scene falselyRejected() {
        var scene = silent(Cast.BINANCE);
        scene.lies(OnlyEvidenceChangesAnOrder.NAME);
        scene.lies(ExposureCountsTheWorstCase.NAME);
        scene.fault(answer(
                        "place",
                        400,
                        "{\"code\":-2010,\"msg\":\"Account has insufficient balance for requested action.\"}")
                .with("processed", "true"));
        scene.buy("0.1", 300);
        scene.until(() -> scene.order().state() == OrderState.REJECTED, 10);
        return scene;
    }
}
