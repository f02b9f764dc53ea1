package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.venue.OrderNews;

class FillsTest {

    private final DeskScenario desk = DeskScenario.ready();

    @Test
    void aFillToldTwiceIsBookedOnce() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts().trades("E1", "0.5", "99").trades("E1", "0.5", "99");
        assertThat(desk.view().orders().fills()).hasSize(1);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void aFillBeforeTheAcknowledgementProvesTheOrderArrived() {
        desk.limit(Side.BUY, "2", "99");
        desk.trades("0.5", "99");
        assertThat(desk.parent().state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    }

    @Test
    void aFillThatCrossesOurCancelIsBookedAndAlarmed() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts().ends(Closure.of(Reason.REQUESTED)).trades("0.5", "99");
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(desk.alerts()).containsExactly("LATE_FILL");
    }

    @Test
    void aLateFillOfTheWholeQuantityMakesACancelledOrderFilled() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts().ends(Closure.of(Reason.REQUESTED)).trades("2", "99");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void anOverfillIsBookedWholeAndAlarmed() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts().trades("3", "99");
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("3"));
        assertThat(desk.view().orders().positions().get(0).netQty()).isEqualTo(Qty.of("3"));
        assertThat(desk.alerts()).containsExactly("OVERFILL");
        assertThat(desk.view().alerts().happened().get(0).text()).contains("sell 1 BTC-USDT --on ", "would undo it");
    }

    @Test
    void aRejectedOrderThatFillsWasNotRejected() {
        desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.Rejected(Closure.of(Reason.OTHER))).trades("1", "99");
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.alerts()).containsExactly("LATE_FILL");
    }
}
