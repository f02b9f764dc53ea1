package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

class CancelTest {

    private final DeskScenario desk = DeskScenario.ready();

    @BeforeEach
    void anOrderWorks() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
    }

    private Command cancel() {
        return new Command.Cancel(
                List.of(new OrderRef.OfParent(desk.parent().parent().id())), DeskScenario.TRADER);
    }

    @Test
    void aCancelOnItsWayShowsAsCancelling() {
        desk.ask(cancel());
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLING);
        assertThat(desk.lastSent(VenueCommand.CancelOrder.class).order().clOrdId())
                .isEqualTo(desk.lastChild().ids().clOrdId());
    }

    @Test
    void theAnswerComesWhenTheVenueHasCancelled() {
        var answer = desk.ask(cancel());
        assertThat(answer).isNotDone();
        desk.ends(Closure.of(Reason.REQUESTED));
        assertThat(((Answer.Cancelled) answer.join()).orders().get(0).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void anOrderThatHasEndedIsNotCancelledAgain() {
        desk.trades("2", "99");
        var answer = (Answer.Cancelled) desk.ask(cancel()).join();
        assertThat(answer.declined()).containsValue("P-1 is already FILLED");
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).isEmpty();
    }

    @Test
    void aCancelThatLosesToTheLastFillLeavesTheOrderFilled() {
        desk.ask(cancel());
        desk.venue(new OrderNews.RequestRejected(new Request.Cancel(), Closure.of(Reason.UNKNOWN_ORDER)));
        assertThat(desk.sent(VenueCommand.OrderStatusRequest.class)).hasSize(1);
        desk.trades("2", "99");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void anAmendOfAnUntouchedOrderIsOneRequest() {
        desk.ask(new Command.Amend(
                new OrderRef.OfChild(desk.lastChild().ids().childId()),
                Optional.of(Qty.of("3")),
                Optional.empty(),
                DeskScenario.TRADER));
        var replace = desk.lastSent(VenueCommand.ReplaceOrder.class);
        assertThat(replace.next().value()).isEqualTo("sl-abc123-1-1");
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void killCancelsWhatWorksAndLetsNothingNewOut() {
        var answer = desk.ask(new Command.Kill(false, DeskScenario.TRADER));
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);
        desk.ends(Closure.of(Reason.REQUESTED));
        assertThat(((Answer.Killed) answer.join()).unreached()).isEmpty();
        assertThat(((Answer.Refused) desk.limit(Side.BUY, "1", "99").join()).code())
                .isEqualTo("RISK_TRADING_STATE");
    }

    @Test
    void killKeepsAtItUntilTheOrderIsGone() {
        desk.ask(new Command.Kill(false, DeskScenario.TRADER));
        desk.venue(new OrderNews.RequestRejected(new Request.Cancel(), Closure.of(Reason.RATE_LIMITED)));
        desk.takeSent();
        desk.pass(Duration.ofSeconds(2));
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).isNotEmpty();
    }
}
