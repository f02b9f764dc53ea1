package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.work.Refs;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.risk.exposure.TradingState;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.Manifest.DuplicateWindow;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueCommand.CancelOrder;
import sluice.venue.VenueCommand.NewOrder;
import sluice.venue.VenueEvent;

/** What is sent about an order that the venue does not know: the order itself only where one id makes one order. */
class FenceTest {

    private static DeskScenario unknownAt(DuplicateWindow window) {
        var desk = DeskScenario.ready(Manifest.Amend.CANCEL_REPLACE, window);
        desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
        desk.takeSent();
        return desk;
    }

    private static void isNotFound(DeskScenario desk) {
        desk.pass(Duration.ofMillis(100)).finds(new Lookup.NotFound("unknown"));
    }

    @Test
    void whereOneIdMakesOneOrderForADayItIsSentAgainOnceUnderTheSameId() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        var id = desk.lastChild().ids().clOrdId();
        isNotFound(desk);
        desk.pass(Duration.ofSeconds(1)).finds(new Lookup.NotFound("unknown"));

        assertThat(desk.sent(NewOrder.class))
                .singleElement()
                .matches(sent -> sent.clOrdId().equals(id));
        assertThat(desk.sent(CancelOrder.class)).hasSize(1);
    }

    @Test
    void elsewhereItIsNeverSentAgain() {
        for (var window :
                new DuplicateWindow[] {DuplicateWindow.NONE, DuplicateWindow.WHILE_OPEN, DuplicateWindow.UNDOCUMENTED
                }) {
            var desk = unknownAt(window);
            isNotFound(desk);

            assertThat(desk.sent(NewOrder.class)).as(window.name()).isEmpty();
            assertThat(desk.sent(CancelOrder.class)).as(window.name()).hasSize(1);
        }
    }

    @Test
    void anOrderThatIsToBeCancelledIsNotSentAgain() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        desk.ask(new Command.CancelAll(Optional.empty(), Optional.empty(), Optional.empty(), DeskScenario.TRADER));
        isNotFound(desk);

        assertThat(desk.sent(NewOrder.class)).isEmpty();
    }

    @Test
    void anOldOrderIsNotSentAgain() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        desk.pass(Duration.ofSeconds(6)).finds(new Lookup.NotFound("unknown"));

        assertThat(desk.sent(NewOrder.class)).isEmpty();
    }

    @Test
    void aRetryThatRacesTheStreamsWordChangesNothing() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        isNotFound(desk);
        desk.venue(new OrderNews.Shown(DeskScenario.orderId(desk.lastChild())));
        desk.venue(new OrderNews.Rejected(new Closure(Reason.DUPLICATE_ID, "Duplicate order sent.")));

        assertThat(desk.lastChild().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(desk.parent().isInDoubt()).isFalse();
        assertThat(desk.sent(NewOrder.class)).hasSize(1);
    }

    /** What is taken back is the second of two requests, and the first may have arrived. */
    @Test
    void aKillThatTakesTheSecondRequestBackEndsNoOrder() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        desk.clock.pass(Duration.ofMillis(100));
        desk.askBehind(List.of(notFound(desk)), new Command.Kill(false, DeskScenario.TRADER));

        assertThat(desk.sent(NewOrder.class)).isEmpty();
        assertThat(desk.lastChild().isInDoubt()).isTrue();
        assertThat(desk.lastChild().isOpen()).isTrue();
        assertThat(desk.sent(CancelOrder.class)).isNotEmpty();
    }

    @Test
    void aSecondRequestThatTheJournalHoldsBackEndsNoOrder() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        desk.clock.pass(Duration.ofMillis(100));
        desk.disk.capacity(desk.disk.written());
        desk.askBehind(List.of(notFound(desk)), new Command.Note("full", DeskScenario.TRADER));

        assertThat(desk.sent(NewOrder.class)).isEmpty();
        assertThat(desk.lastChild().isInDoubt()).isTrue();
        assertThat(desk.parent().parent().ended()).isEmpty();
    }

    private static VenueEvent notFound(DeskScenario desk) {
        var asked = Refs.of(desk.lastChild());
        return new VenueEvent.StatusReport(
                DeskScenario.VENUE, asked, new Lookup.NotFound("unknown"), desk.clock.stamp());
    }

    @Test
    void whatIsHaltedMeanwhileIsNotSentAgain() {
        var desk = unknownAt(DuplicateWindow.ONE_DAY);
        desk.ask(new Command.SetTrading(Scope.GLOBAL, TradingState.HALTED, "lunch", DeskScenario.TRADER));
        isNotFound(desk);

        assertThat(desk.sent(NewOrder.class)).isEmpty();
        assertThat(desk.sent(CancelOrder.class)).hasSize(1);
    }

    /** Its terms are those of the whole, and some of that is done. */
    @Test
    void theRestThatFollowsAnAmendIsNotSentAgain() {
        var desk = DeskScenario.ready(Manifest.Amend.CANCEL_THEN_NEW, DuplicateWindow.ONE_DAY);
        var order = WorkingOrder.of(desk);
        desk.trades("0.5", "99");
        order.amend("3", "98");
        desk.ends(Closure.of(Reason.REQUESTED));
        var dead = ScenarioVenue.has(desk.lastChild(), OrderState.CANCELLED);
        desk.answers(desk.lastSent(VenueCommand.OrderStatusRequest.class), dead);
        assertThat(desk.lastSent(NewOrder.class).terms().orderQty().plain()).isEqualTo("2.5");
        desk.takeSent();
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
        isNotFound(desk);

        assertThat(desk.sent(NewOrder.class)).isEmpty();
        assertThat(desk.lastChild().isInDoubt()).isTrue();
    }
}
