package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.simulation.Rows.ALL;
import static sluice.simulation.Rows.filled;
import static sluice.simulation.Rows.lostReply;
import static sluice.simulation.Rows.lostRequest;
import static sluice.simulation.Rows.reason;
import static sluice.simulation.Rows.silent;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.market.Qty;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/**
 * Rows 1 to 8 of the reconciliation matrix, orders in doubt, as venues bring them about through the adapters' and their
 * own wires.
 */
class UnknownOrderRowsTest {

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row1AnIntentThatACrashKeptFromLeavingWasNeverSentOnceItsAbsenceIsProven(Cast cast) {
        var scene = silent(cast);
        scene.outage();
        scene.buy("0.1", 300);
        scene.restart();
        scene.heal();
        assertThat(scene.parent().openQty())
                .as("reserved for as long as it is open")
                .isEqualTo(scene.order().isOpen() ? ALL : Qty.ZERO);
        scene.until(() -> !scene.order().isOpen(), 180);

        assertThat(reason(scene.order()).orElseThrow()).isIn(Reason.NEVER_SENT, Reason.NEVER_ACCEPTED);
        assertThat(scene.theirs()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row2AnOrderInDoubtThatIsOpenIsAcknowledgedUnderTheVenuesId(Cast cast) {
        var scene = lostReply(cast);
        scene.until(() -> scene.order().state() == OrderState.SUBMITTED, 60);

        assertThat(scene.order().orderId().orElseThrow().value())
                .isEqualTo(scene.venue()
                        .names()
                        .order(scene.theirLast().symbol(), scene.theirLast().orderId()));
        assertThat(scene.order().isInDoubt()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row3AnOrderInDoubtThatIsPartlyFilledIsBackfilled(Cast cast) {
        var scene = lostReply(cast);
        scene.until(() -> !scene.theirs().isEmpty(), 10);
        scene.fills(scene.theirLast(), "0.04");
        scene.until(
                () -> scene.order().state() == OrderState.PARTIALLY_FILLED
                        && !scene.order().isInDoubt(),
                90);

        assertThat(filled(scene)).isEqualTo(Qty.of("0.04"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row4AnOrderInDoubtThatIsFilledIsBackfilledAndFilled(Cast cast) {
        var scene = lostReply(cast);
        scene.until(() -> !scene.theirs().isEmpty(), 10);
        scene.fills(scene.theirLast(), "0.1");
        scene.until(() -> scene.order().state() == OrderState.FILLED, 90);

        assertThat(filled(scene)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row5AnOrderInDoubtThatEndedThereIsBackfilledFirst(Cast cast) {
        var scene = lostReply(cast);
        scene.until(() -> !scene.theirs().isEmpty(), 10);
        scene.fills(scene.theirLast(), "0.04");
        scene.cancelledThere(scene.theirLast());
        scene.until(() -> !scene.order().isOpen(), 90);

        assertThat(scene.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(scene.order().cumQty()).isEqualTo(Qty.of("0.04"));
        assertThat(reason(scene.order())).isNotEqualTo(Optional.of(Reason.NEVER_ACCEPTED));
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row6AnOrderInDoubtThatIsNotFoundYetStaysSoAndReserved(Cast cast) {
        var scene = lostRequest(cast);
        scene.until(() -> scene.order().isInDoubt(), 10);
        scene.pass(Duration.ofSeconds(20));

        assertThat(scene.order().isInDoubt()).isTrue();
        assertThat(scene.parent().openQty()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row7AnOrderInDoubtThatIsProvenAbsentWasNeverAccepted(Cast cast) {
        var scene = lostRequest(cast);
        scene.until(() -> !scene.order().isOpen(), 180);

        assertThat(reason(scene.order())).contains(Reason.NEVER_ACCEPTED);
        assertThat(scene.parent().openQty()).isEqualTo(Qty.ZERO);
        assertThat(scene.theirs()).isEmpty();
    }

    /** Where a second order under the same id is answered with the first one, sending it again is the question. */
    @Test
    void row7WhereTheSameIdMayBeSentAgainThereIsOneOrderInTheEnd() {
        var scene = lostRequest(Cast.COINBASE);
        scene.until(() -> !scene.order().isInDoubt() && scene.order().inFlight().isEmpty(), 180);

        assertThat(scene.theirs()).hasSize(scene.order().isOpen() ? 1 : 0);
    }

    /** Coinbase's user channel tells all open orders whenever it is subscribed to, so that has to be lost as well. */
    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
    void row8AnOrderInDoubtWhoseQuestionFailsIsNeverResolvedAndAnOperatorIsTold(Cast cast) {
        var scene = lostReply(cast);
        scene.fault(Fault.once(FaultKind.DROP_PRIVATE).times(100_000));
        scene.until(() -> scene.order().isInDoubt(), 10);
        scene.fault(Fault.once(FaultKind.HTTP).on("query").with("status", 503).times(100_000));
        scene.fault(Fault.once(FaultKind.HTTP).on("place").with("status", 503).times(100_000));
        scene.pass(Duration.ofSeconds(100));

        assertThat(scene.order().isInDoubt()).isTrue();
        assertThat(scene.parent().openQty()).isEqualTo(ALL);
        assertThat(scene.alerts()).contains("UNKNOWN_OUTCOME");
        assertThat(scene.unready())
                .contains(cast == Cast.COINBASE ? "its private stream is down" : "nobody knows what became of C-1");
        scene.heal();
        scene.until(() -> scene.order().state() == OrderState.SUBMITTED, 180);
        assertThat(scene.theirs()).hasSize(1);
    }
}
