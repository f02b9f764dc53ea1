package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.risk.exposure.TradingState;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/** An amend of an order with fills: what comes between its cancel and its new order keeps the new one from leaving. */
class AmendInStepsTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final WorkingOrder order = WorkingOrder.of(desk);

    private void underWay(String qty) {
        desk.trades("0.5", "99");
        order.amend(qty, "98");
        desk.takeSent();
    }

    /** Of the new order the venue knows nothing. */
    private void isFound(OrderState state) {
        var old = desk.lastChild().ids().clOrdId();
        var questions = desk.sent(VenueCommand.OrderStatusRequest.class);
        for (var asked : questions) {
            var found = ScenarioVenue.has(desk.lastChild(), state);
            desk.answers(asked, asked.order().clOrdId().equals(old) ? found : new Lookup.NotFound("unknown"));
        }
    }

    private void assertItEndsAsItWas(String cumQty) {
        for (var second = 0; second < 120 && desk.lastChild().isOpen(); second++) {
            desk.takeSent();
            desk.pass(Duration.ofSeconds(1));
            isFound(OrderState.CANCELLED);
            assertNoneWasSent();
        }
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of(cumQty));
        assertThat(desk.lastChild().terms().orderQty()).isEqualTo(Qty.of("2"));
    }

    private void assertNoneWasSent() {
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
    }

    @Test
    void aHaltBetweenTheStepsKeepsTheNewOrderBack() {
        underWay("3");
        desk.ends(Closure.of(Reason.REQUESTED));
        desk.ask(new Command.SetTrading(Scope.GLOBAL, TradingState.HALTED, "lunch", DeskScenario.TRADER));
        isFound(OrderState.CANCELLED);
        assertNoneWasSent();
        assertItEndsAsItWas("0.5");
    }

    @Test
    void aKillBetweenTheStepsKeepsTheNewOrderBack() {
        underWay("3");
        desk.ends(Closure.of(Reason.REQUESTED));
        desk.ask(new Command.Kill(false, DeskScenario.TRADER));
        isFound(OrderState.CANCELLED);
        assertNoneWasSent();
        assertItEndsAsItWas("0.5");
    }

    @Test
    void fillsThatCameBetweenLeaveNothingToSendAgain() {
        underWay("1");
        desk.trades("0.7", "99").ends(Closure.of(Reason.REQUESTED));
        isFound(OrderState.CANCELLED);
        assertNoneWasSent();
        assertItEndsAsItWas("1.2");
    }

    @Test
    void anOldOrderThatFilledMeanwhileIsFilled() {
        underWay("3");
        desk.trades("1.5", "99").ends(Closure.of(Reason.REQUESTED));
        isFound(OrderState.FILLED);
        assertNoneWasSent();
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void anOldOrderThatIsStillOpenIsCancelledAgain() {
        underWay("3");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        desk.pass(Duration.ofMillis(100));
        isFound(OrderState.PARTIALLY_FILLED);
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).isNotEmpty();
        assertNoneWasSent();

        desk.ends(Closure.of(Reason.REQUESTED));
        isFound(OrderState.CANCELLED);
        assertThat(desk.lastSent(VenueCommand.NewOrder.class).terms().orderQty())
                .isEqualTo(Qty.of("2.5"));
    }
}
