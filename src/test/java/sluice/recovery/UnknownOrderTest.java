package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.PENDING;
import static sluice.order.OrderState.REJECTED;
import static sluice.order.OrderState.SUBMITTED;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Qty;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.recovery.Step.FollowUp;

class UnknownOrderTest {

    private final Account account = new Account();

    @Test
    void anOrderInDoubtThatIsOpenWasAccepted() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, SUBMITTED, "2", "0");
        var order = account.settled(Case.UNKNOWN_OPEN, OrderEvent.Accepted.class, OrderEvent.Settled.class);
        assertThat(order.state()).isEqualTo(SUBMITTED);
        assertThat(order.orderId()).contains(new OrderId("V-1"));
    }

    @Test
    void anOrderInDoubtThatIsPartlyFilledGetsItsFills() {
        account.weSent(1, "2")
                .inDoubt(1)
                .venueShows(1, PARTIALLY_FILLED, "2", "0.5")
                .venueFilled(1, "E1", "0.5");
        var order = account.settled(
                Case.UNKNOWN_PARTIAL, OrderEvent.Accepted.class, OrderEvent.Traded.class, OrderEvent.Settled.class);
        assertThat(order.leavesQty()).isEqualTo(Qty.of("1.5"));
    }

    @Test
    void anOrderInDoubtThatIsFilledIsFilled() {
        account.weSent(1, "2")
                .inDoubt(1)
                .venueShows(1, FILLED, "2", "2")
                .venueFilled(1, "E1", "0.5")
                .venueFilled(1, "E2", "1.5");
        var order = account.settled(
                Case.UNKNOWN_FILLED,
                OrderEvent.Accepted.class,
                OrderEvent.Traded.class,
                OrderEvent.Traded.class,
                OrderEvent.Settled.class);
        assertThat(order.state()).isEqualTo(FILLED);
    }

    @Test
    void anOrderInDoubtThatEndedGetsItsFillsFirst() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, CANCELLED, "2", "0.5").venueFilled(1, "E1", "0.5");
        var order = account.settled(
                Case.UNKNOWN_ENDED,
                OrderEvent.Accepted.class,
                OrderEvent.Traded.class,
                OrderEvent.Settled.class,
                OrderEvent.Cancelled.class);
        assertThat(order.state()).isEqualTo(CANCELLED);
        assertThat(order.cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void anOrderInDoubtThatWasRejectedIsRejected() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, REJECTED, "2", "0");
        assertThat(account.settled(Case.UNKNOWN_ENDED, OrderEvent.Settled.class, OrderEvent.Rejected.class)
                        .state())
                .isEqualTo(REJECTED);
    }

    @Test
    void oneNotFoundAnswerLeavesTheDoubt() {
        account.weSent(1, "2").notFound(1);
        var plan = account.plan();
        assertThat(Account.only(plan).kind()).isEqualTo(Case.UNKNOWN_NOT_FOUND);
        assertThat(Account.only(plan).asks(FollowUp.QUERY)).isTrue();
        assertThat(account.apply(plan).order(1).state()).isEqualTo(PENDING);
        assertThat(account.order(1).isInDoubt()).isTrue();
        assertThat(plan.absences().get(Account.child(1)).count()).isEqualTo(1);
    }

    @Test
    void enoughNotFoundAnswersProveThatItWasNeverAccepted() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 2).notFound(1);
        var order = account.settled(Case.UNKNOWN_ABSENT, OrderEvent.Cancelled.class);
        assertThat(order.standing().closure().orElseThrow().reason()).isEqualTo(Reason.NEVER_ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-120, 120})
    void aDoubtOfBeforeARebootIsAsOldAsTheWallsClockSays(long days) {
        account.weSent(1, "2")
                .inDoubt(1)
                .rebooted(Duration.ofDays(days))
                .notFoundBefore(1, 2)
                .notFound(1);
        assertThat(account.settled(Case.UNKNOWN_ABSENT, OrderEvent.Cancelled.class)
                        .state())
                .isEqualTo(CANCELLED);
    }

    @Test
    void aFillThatMightBeItsOwnKeepsTheDoubt() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 5).notFound(1).venueFilled(new OrderId("X"), "E1", "1");
        var plan = account.plan();
        assertThat(account.apply(plan).order(1).isInDoubt()).isTrue();
        assertThat(plan.discrepancies()).hasExactlyElementsOfTypes(Discrepancy.StrayFill.class);
    }

    @Test
    void aFailedQuestionIsNoAnswer() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 9).unanswered(1);
        var plan = account.plan();
        assertThat(Account.only(plan).kind()).isEqualTo(Case.UNKNOWN_UNANSWERED);
        assertThat(plan.events()).isEmpty();
        assertThat(account.apply(plan).order(1).isInDoubt()).isTrue();
    }

    @Test
    void anAcceptedOrderThatIsNowhereIsLostAndNotRejected() {
        account.weSent(1, "2")
                .acknowledged(1)
                .filled(1, "E1", "0.5")
                .notFoundBefore(1, 2)
                .notFound(1);
        var plan = account.plan();
        assertThat(plan.discrepancies()).containsExactly(new Discrepancy.Lost(Account.child(1)));
        var order = account.apply(plan).order(1);
        assertThat(order.state()).isEqualTo(PARTIALLY_FILLED);
        assertThat(order.isInDoubt()).isTrue();
        assertThat(account.later(Duration.ofMinutes(1)).plan().events()).isEmpty();
    }

    @Test
    void aLostOrderThatShowsUpIsLostNoMore() {
        anAcceptedOrderThatIsNowhereIsLostAndNotRejected();
        account.venueShows(1, PARTIALLY_FILLED, "2", "0.5").venueFilled(1, "E1", "0.5");
        assertThat(account.apply(account.plan()).order(1).isInDoubt()).isFalse();
    }
}
