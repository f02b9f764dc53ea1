package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class InDoubtTest {

    private final DeskScenario desk = DeskScenario.ready();

    private void sentIntoTheDark() {
        desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.Sent(new Request.New()));
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
    }

    @Test
    void anUnknownOutcomeIsNoRejection() {
        sentIntoTheDark();
        assertThat(desk.parent().state()).isEqualTo(OrderState.PENDING);
        assertThat(desk.parent().isInDoubt()).isTrue();
        assertThat(desk.parent().openQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void anEndProvesThatTheOrderArrivedAndKeepsItsNumberThere() {
        sentIntoTheDark();
        desk.venue(new OrderNews.Ended(new Closure(Reason.REQUESTED, "")));
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().orderId()).contains(DeskScenario.orderId(desk.lastChild()));
    }

    @Test
    void thePlacementIsAnsweredAsSoonAsItIsInDoubt() {
        var answer = desk.limit(Side.BUY, "2", "99");
        assertThat(answer).isNotDone();
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
        assertThat(((Answer.Placed) answer.join()).order().isInDoubt()).isTrue();
    }

    @Test
    void theVenueIsAskedAndItsAnswerSettlesTheDoubt() {
        sentIntoTheDark();
        desk.pass(Duration.ofMillis(100)).finds(ScenarioVenue.has(desk.lastChild(), OrderState.SUBMITTED));
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(desk.parent().isInDoubt()).isFalse();
        var timeline = (Answer.Timeline) desk.ask(new Command.History(
                        new OrderRef.OfParent(desk.parent().parent().id())))
                .join();
        assertThat(timeline.events().stream().map(event -> DeskEvents.name(event.event())))
                .containsSubsequence("InDoubt", "Settled");
    }

    @Test
    void anIdTheVenueKnowsAlreadyProvesThatTheOrderArrived() {
        desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.Rejected(new Closure(Reason.DUPLICATE_ID, "Duplicate order sent.")));
        assertThat(desk.parent().isInDoubt()).isTrue();
        desk.pass(Duration.ofMillis(100)).finds(ScenarioVenue.has(desk.lastChild(), OrderState.SUBMITTED));
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void aQuestionThatFailsProvesNothing() {
        sentIntoTheDark();
        for (int i = 0; i < 60; i++) {
            desk.pass(Duration.ofSeconds(10)).finds(new Lookup.Failed("no route to host"));
        }
        assertThat(desk.parent().isInDoubt()).isTrue();
        assertThat(desk.parent().openQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void absenceProvenOverTheGraceEndsTheOrder() {
        sentIntoTheDark();
        var notFound = new Lookup.NotFound("-2013");
        for (int i = 0; i < 10; i++) {
            desk.pass(Duration.ofSeconds(10)).finds(notFound);
        }
        desk.pass(Duration.ZERO).reconciled(Map.of(desk.lastChild().ids().clOrdId(), notFound));
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().standing().closure().orElseThrow().reason()).isEqualTo(Reason.NEVER_ACCEPTED);
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void anAbsentOrderIsFencedByACancelAndNeverSentAgain() {
        sentIntoTheDark();
        desk.takeSent();
        desk.pass(Duration.ofMillis(100));
        var question = desk.lastSent(VenueCommand.OrderStatusRequest.class);
        desk.hears(new VenueEvent.StatusReport(
                DeskScenario.VENUE, question.order(), new Lookup.NotFound("-2013"), desk.clock.stamp()));
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
    }

    @Test
    void oneNotFoundProvesNothing() {
        sentIntoTheDark();
        desk.pass(Duration.ofMillis(100)).finds(new Lookup.NotFound("-2013"));
        assertThat(desk.parent().isInDoubt()).isTrue();
        desk.pass(Duration.ofSeconds(1)).finds(ScenarioVenue.has(desk.lastChild(), OrderState.SUBMITTED));
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void anOrderOnItsWayWhenTheDeskDiesIsInDoubtAfterwards() {
        desk.limit(Side.BUY, "2", "99");
        desk.crash();
        assertThat(desk.parent().isInDoubt()).isTrue();
        assertThat(desk.parent().openQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void noNewOrderLeavesAfterARestartUntilTheVenueIsReconciled() {
        desk.crash();
        var answer = desk.limit(Side.BUY, "2", "99").join();
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        desk.connected();
        assertThat(desk.limit(Side.BUY, "2", "99")).isNotDone();
    }

    @Test
    void anOrderThatKillKeepsCancellingIsProvenAbsentAllTheSame() {
        sentIntoTheDark();
        desk.ask(new Command.Kill(false, DeskScenario.TRADER));
        for (var second = 0; second < 60 && desk.lastChild().isOpen(); second++) {
            desk.venue(new OrderNews.RequestRejected(new Request.Cancel(), Closure.of(Reason.UNKNOWN_ORDER)));
            desk.pass(Duration.ofSeconds(1)).finds(new Lookup.NotFound("unknown"));
            if (!desk.sent(VenueCommand.OrderMassStatusRequest.class).isEmpty()) {
                desk.reconciled(Map.of(desk.sentId(), new Lookup.NotFound("unknown")));
            }
        }
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
    }
}
