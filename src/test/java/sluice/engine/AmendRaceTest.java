package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.engine.work.Refs;
import sluice.market.Qty;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** Amends and cancels of one order whose outcomes come late, and in another order. */
class AmendRaceTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final WorkingOrder order = WorkingOrder.of(desk);

    @Test
    void aParentAsksForWhatALateGrantMadeOfItsOrder() {
        order.amend("3", "98");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        desk.venue(new OrderNews.Replaced(order.replace(), new OrderId("V2")));
        desk.trades("2", "98");
        desk.ends(Closure.of(Reason.VENUE_CANCELLED));

        assertThat(desk.parent().parent().terms().orderQty()).isEqualTo(Qty.of("3"));
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
    }

    /** Only one request in doubt is kept, and the first may yet be granted. */
    @Test
    void aSecondAmendWaitsUntilItIsKnownWhatBecameOfTheFirst() {
        order.amend("3", "98");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfParent(desk.parent().parent().id())), DeskScenario.TRADER));
        desk.venue(new OrderNews.RequestRejected(new Request.Cancel(), Closure.of(Reason.UNKNOWN_ORDER)));

        assertThat(desk.lastChild().inFlight()).isEmpty();
        assertThat(((Answer.Refused) order.amend("4", "98").join()).code()).isEqualTo("NOT_AMENDABLE");
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("3"));
    }

    /** Of two cancels that are out the second is turned down when an amend is already on its way. */
    @Test
    void aCancelTurnedDownLateTurnsDownNoAmend() {
        var cancel = new Command.Cancel(
                List.of(new OrderRef.OfParent(desk.parent().parent().id())), DeskScenario.TRADER);
        var refused = new OrderNews.RequestRejected(new Request.Cancel(), Closure.of(Reason.RATE_LIMITED));
        desk.ask(cancel);
        desk.venue(refused);
        order.amend("3", "98");
        desk.venue(refused);
        desk.venue(new OrderNews.NotSent(new Request.Cancel(), "the venue could not be reached"));

        assertThat(desk.lastChild().inFlight()).isPresent();
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void theLateGrantOfAnAmendDoesNotUndoTheOneThatFollowed() {
        order.amend("3", "98");
        var old = desk.lastChild();
        var first = order.replace();
        desk.venue(new OrderNews.Replaced(first, new OrderId("V2")));
        order.amend("4", "97");
        desk.venue(new OrderNews.Replaced(order.replace(), new OrderId("V3")));
        desk.takeSent();
        desk.venue(old, new OrderNews.Replaced(first, new OrderId("V2")));

        assertThat(desk.lastChild().terms().orderQty()).isEqualTo(Qty.of("4"));
        assertThat(desk.lastChild().orderId()).contains(new OrderId("V3"));
        assertThat(desk.sent(VenueCommand.OrderStatusRequest.class)).hasSize(1);
    }

    /** The desk has learned by asking that the first was granted, and the venue's session has not. */
    @Test
    void theLateDoubtOfAnAmendDoesNotUndoTheOneThatFollowed() {
        order.amend("3", "98");
        var old = desk.lastChild();
        var first = order.replace();
        desk.venue(new OrderNews.Replaced(first, DeskScenario.orderId(old)));
        order.amend("4", "97");
        desk.venue(new OrderNews.Replaced(order.replace(), DeskScenario.orderId(old)));
        desk.takeSent();
        desk.venue(old, new OrderNews.InDoubt(first, "the order does not show it"));

        assertThat(desk.lastChild().isInDoubt()).isFalse();
        assertThat(desk.sent(VenueCommand.OrderStatusRequest.class)).hasSize(1);
    }

    /** Nothing that was taken before a fill says what became of the amend, though it shows the old order gone. */
    @Test
    void anAnswerOlderThanAFillLeavesTheAmendInDoubt() {
        order.amend("3", "98");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfParent(desk.parent().parent().id())), DeskScenario.TRADER));
        desk.venue(new OrderNews.RequestRejected(new Request.Cancel(), Closure.of(Reason.UNKNOWN_ORDER)));
        var asked = desk.clock.stamp();
        var gone = ScenarioVenue.has(desk.lastChild(), OrderState.CANCELLED);
        desk.pass(Duration.ofSeconds(1)).trades("0.5", "98");
        desk.hears(new VenueEvent.StatusReport(
                DeskScenario.VENUE, Refs.of(desk.lastChild()), gone, asked, desk.clock.stamp()));

        assertThat(desk.lastChild().isInDoubt()).isTrue();
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("2.5"));
    }
}
