package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;

class AmendTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final WorkingOrder order = WorkingOrder.of(desk);

    @Test
    void aGrantedAmendGoesOnUnderItsNewId() {
        var answer = order.amend("3", "98");
        var request = order.replace();
        desk.venue(new OrderNews.Replaced(request, new OrderId("V2")));

        assertThat(((Answer.Amended) answer.join()).declined()).isEmpty();
        assertThat(desk.lastChild().ids().clOrdId()).isEqualTo(request.next());
        assertThat(desk.parent().parent().terms().orderQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void theEndOfTheOrderItReplacedDoesNotEndIt() {
        order.amend("3", "98");
        var old = desk.lastChild();
        desk.venue(new OrderNews.Replaced(order.replace(), new OrderId("V2")));
        desk.venue(old, new OrderNews.Ended(Closure.of(Reason.REQUESTED)));
        desk.venue(old, new OrderNews.Acknowledged(new OrderId("V1")));

        assertThat(desk.lastChild().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(desk.lastChild().orderId()).contains(new OrderId("V2"));
    }

    @Test
    void theIdOfARefusedAmendIsNeverUsedAgain() {
        order.amend("3", "98");
        var first = order.replace().next();
        desk.venue(new OrderNews.RequestRejected(order.replace(), Closure.of(Reason.FILTER)));
        order.amend("3", "97");

        assertThat(order.replace().next()).isNotEqualTo(first);
    }

    @Test
    void anAmendInDoubtCountsAtItsWorstAndIsAskedForUnderBothIds() {
        order.amend("3", "98");
        var request = order.replace();
        desk.takeSent();
        desk.venue(new OrderNews.InDoubt(request, "timeout"));
        desk.pass(Duration.ofMillis(60));

        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("3"));
        assertThat(desk.sent(VenueCommand.OrderStatusRequest.class))
                .extracting(asked -> asked.order().clOrdId())
                .containsExactlyInAnyOrder(
                        request.next(), desk.lastChild().ids().clOrdId());
    }

    @Test
    void theEndOfTheOldOrderDoesNotEndAChildWhoseAmendIsInDoubt() {
        order.amend("3", "98");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        desk.venue(new OrderNews.Ended(Closure.of(Reason.VENUE_CANCELLED)));

        assertThat(desk.lastChild().isOpen()).isTrue();
    }

    @Test
    void anAmendWhoseOrderIsNotToBeFoundForLongNeverWas() {
        order.amend("3", "98");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        var next = order.replace().next();
        for (var i = 0; i < 12; i++) {
            desk.takeSent();
            desk.pass(Duration.ofSeconds(10));
            answer(next, OrderState.SUBMITTED);
        }

        assertThat(desk.lastChild().inFlight()).isEmpty();
        assertThat(desk.lastChild().isInDoubt()).isFalse();
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("2"));
    }

    private void answer(ClOrdId unfound, OrderState state) {
        for (var asked : desk.sent(VenueCommand.OrderStatusRequest.class)) {
            var lookup = asked.order().clOrdId().equals(unfound)
                    ? new Lookup.NotFound("unknown")
                    : ScenarioVenue.has(desk.lastChild(), state);
            desk.answers(asked, lookup);
        }
    }

    @Test
    void anOrderWithFillsIsCancelledThenAskedAboutThenSentForTheRest() {
        desk.trades("0.5", "99");
        order.amend("3", "98");
        assertThat(desk.sent(VenueCommand.ReplaceOrder.class)).isEmpty();
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);

        desk.ends(Closure.of(Reason.REQUESTED));
        assertThat(desk.lastChild().isOpen()).isTrue();
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);

        var next = order.replace().next();
        desk.finds(ScenarioVenue.has(desk.lastChild(), OrderState.CANCELLED));
        var sent = desk.lastSent(VenueCommand.NewOrder.class);
        assertThat(sent.clOrdId()).isEqualTo(next);
        assertThat(sent.terms().orderQty()).isEqualTo(Qty.of("2.5"));
    }

    @Test
    void theRestIsNotSentWhenThePrivateStreamIsLostInTheSameTurn() {
        desk.trades("0.5", "99");
        order.amend("3", "98");
        desk.ends(Closure.of(Reason.REQUESTED));
        var question = desk.lastSent(VenueCommand.OrderStatusRequest.class).order();
        var dead = ScenarioVenue.has(desk.lastChild(), OrderState.CANCELLED);
        var at = desk.clock.stamp();
        desk.hears(
                new VenueEvent.StatusReport(DeskScenario.VENUE, question, dead, at),
                new VenueEvent.FeedChanged(
                        DeskScenario.VENUE, Feed.PRIVATE, FeedState.STALE, FeedReason.SUSPENDED, "asleep", at));

        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
        desk.connectedAnew().reconciled();
        assertThat(desk.view().venues().get(DeskScenario.VENUE).unready()).isEmpty();
    }

    @Test
    void theOldOrderIsAskedAboutUntilTheVenueKnowsItsFills() {
        desk.trades("0.5", "99");
        order.amend("3", "98");
        desk.ends(Closure.of(Reason.REQUESTED));
        desk.finds(new Lookup.NotFound("not yet"));
        desk.pass(Duration.ofSeconds(1));
        answer(order.replace().next(), OrderState.CANCELLED);

        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(2);
    }

    @Test
    void theRestIsNotSentBeforeEveryFillOfTheOldOrderIsBooked() {
        desk.trades("0.5", "99");
        order.amend("3", "98");
        desk.ends(Closure.of(Reason.REQUESTED));
        var seen = desk.lastChild();
        var more = new VenueOrder(
                Optional.of(seen.ids().clOrdId()),
                DeskScenario.orderId(seen),
                seen.terms(),
                Qty.of("0.8"),
                seen.fills().cumQuote(),
                OrderState.CANCELLED,
                Optional.of(Closure.of(Reason.REQUESTED)));
        desk.finds(new Lookup.Found(more, List.of()));

        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void aVenueWithoutAnAmendGoesInTwoStepsFromTheStart() {
        var other = DeskScenario.ready(Manifest.Amend.CANCEL_THEN_NEW, Manifest.DuplicateWindow.WHILE_OPEN);
        WorkingOrder.of(other).amend("3", "98");

        assertThat(other.sent(VenueCommand.ReplaceOrder.class)).isEmpty();
        assertThat(other.sent(VenueCommand.CancelOrder.class)).hasSize(1);
    }

    @Test
    void anAmendBeforeTheInstrumentsAreKnownIsDeclined() {
        desk.crash();
        desk.pass(Duration.ofSeconds(1));

        assertThat(order.amend("3", "98").join()).isInstanceOf(Answer.Refused.class);
    }
}
