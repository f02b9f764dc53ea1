package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** What a venue says of the order that an amend took the place of, and of the amend once all is over. */
class FormerOrderTest {

    private static final OrderId FIRST = new OrderId("V1");
    private static final OrderId SECOND = new OrderId("V2");

    private final DeskScenario desk = DeskScenario.ready();
    private final WorkingOrder order = WorkingOrder.of(desk);
    private final Order first = desk.lastChild();

    private void amended(OrderId orderId) {
        order.amend("3", "98");
        desk.venue(new OrderNews.Replaced(order.replace(), orderId));
        desk.takeSent();
    }

    private void says(ClOrdId clOrdId, OrderId orderId, OrderNews news) {
        desk.hears(new VenueEvent.OrderReport(
                DeskScenario.VENUE,
                Optional.of(clOrdId),
                Optional.of(orderId),
                DeskScenario.BTC,
                news,
                desk.clock.stamp()));
    }

    @Test
    void oneThatLivesWhenTheOrderIsOverIsCancelled() {
        amended(SECOND);
        says(desk.lastChild().ids().clOrdId(), SECOND, new OrderNews.Ended(Closure.of(Reason.VENUE_CANCELLED)));
        says(first.ids().clOrdId(), FIRST, new OrderNews.Acknowledged(FIRST));

        assertThat(desk.alerts()).contains("ZOMBIE");
        assertThat(desk.lastSent(VenueCommand.CancelOrder.class).order().orderId())
                .contains(FIRST);
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void oneThatStillShowsWhileTheNewOneWorksIsNoOneElse() {
        amended(SECOND);
        says(first.ids().clOrdId(), FIRST, new OrderNews.Shown(FIRST));

        assertThat(desk.alerts()).isEmpty();
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).isEmpty();
        assertThat(desk.lastChild().orderId()).contains(SECOND);
    }

    @Test
    void whereTheAmendLeftTheNumberAsItWasItsOldIdNamesTheOrderYet() {
        amended(DeskScenario.orderId(first));
        says(
                first.ids().clOrdId(),
                DeskScenario.orderId(first),
                new OrderNews.Ended(Closure.of(Reason.VENUE_CANCELLED)));

        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void anAmendThatIsGrantedWhenTheOrderIsOverIsCancelled() {
        order.amend("3", "98");
        var replace = order.replace();
        desk.trades("3", "99");
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.FILLED);
        desk.venue(new OrderNews.Replaced(replace, SECOND));

        assertThat(desk.alerts()).contains("ZOMBIE");
        assertThat(desk.lastSent(VenueCommand.CancelOrder.class).order().clOrdId())
                .isEqualTo(replace.next());
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aReplyThatWasLostAfterItsAmendShowedLeavesNoDoubt() {
        order.amend("3", "98");
        var replace = order.replace();
        desk.venue(new OrderNews.Replaced(replace, SECOND));
        desk.venue(new OrderNews.InDoubt(replace, "timeout"));

        assertThat(desk.lastChild().isInDoubt()).isFalse();
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("3"));
    }
}
