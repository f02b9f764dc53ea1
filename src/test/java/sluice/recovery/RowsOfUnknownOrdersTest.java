package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.PENDING;
import static sluice.order.OrderState.SUBMITTED;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.Reason;
import sluice.recovery.Step.FollowUp;
import sluice.recovery.Step.Grade;

/** Rows 1 to 9 and 26 of the reconciliation matrix: orders of which nobody here knows whether they are there. */
class RowsOfUnknownOrdersTest {

    private final Account account = new Account();

    private Step step(int row, Grade grade) {
        var steps = account.plan().steps();
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).kind().row()).isEqualTo(row);
        assertThat(steps.get(0).basis().grade()).isEqualTo(grade);
        assertThat(steps.get(0).basis().ids()).isNotEmpty();
        return steps.get(0);
    }

    private Order applied() {
        account.apply(account.plan()).later(Duration.ofMinutes(1));
        return account.order(1);
    }

    @Test
    void row1IntentNotSentNotFoundAfterTheAbsenceRuleIsNeverSent() {
        account.weSent(1, "2").butNotOut(1).inDoubt(1).notFoundBefore(1, 2).notFound(1);
        step(1, Grade.E2);
        assertThat(applied().standing().closure().map(Closure::reason)).contains(Reason.NEVER_SENT);
    }

    @Test
    void row2UnknownAndOpenIsAcknowledgedWithTheVenuesId() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, SUBMITTED, "2", "0");
        step(2, Grade.E1);
        assertThat(applied().state()).isEqualTo(SUBMITTED);
        assertThat(account.order(1).orderId()).contains(Account.orderId(1));
    }

    @Test
    void row3UnknownAndPartlyFilledIsBackfilled() {
        account.weSent(1, "2")
                .inDoubt(1)
                .venueShows(1, PARTIALLY_FILLED, "2", "0.5")
                .venueFilled(1, "E1", "0.5");
        assertThat(step(3, Grade.E1).basis().ids()).contains("V-1", "E1");
        assertThat(applied().state()).isEqualTo(PARTIALLY_FILLED);
    }

    @Test
    void row4UnknownAndFilledIsBackfilledAndFilled() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, FILLED, "2", "2").venueFilled(1, "E1", "2");
        step(4, Grade.E1);
        assertThat(applied().state()).isEqualTo(FILLED);
    }

    @Test
    void row5UnknownAndCancelledIsBackfilledFirstThenEndedWithTheVenuesReason() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, CANCELLED, "2", "0.5").venueFilled(1, "E1", "0.5");
        assertThat(step(5, Grade.E1).facts().names()).containsExactly("Accepted", "Traded", "Settled", "Cancelled");
        assertThat(applied().cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void row6UnknownAndNotFoundWithinTheGraceStaysUnknownAndReserved() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 1).notFound(1);
        step(6, Grade.E3);
        assertThat(applied().isInDoubt()).isTrue();
        assertThat(account.order(1).worstLeavesQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void row7UnknownAndAbsentByTheRuleWasNeverAcceptedAndALateFillStillMatches() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 2).notFound(1);
        step(7, Grade.E2);
        assertThat(applied().standing().closure().map(Closure::reason)).contains(Reason.NEVER_ACCEPTED);
        account.venueForgets().venueShows(1, FILLED, "2", "2").venueFilled(1, "E1", "2");
        assertThat(applied().state()).isEqualTo(FILLED);
    }

    @Test
    void row8UnknownAndTheQueryFailsIsNeverResolved() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 9).unanswered(1);
        assertThat(step(8, Grade.E3).asks(FollowUp.QUERY)).isTrue();
        assertThat(applied().isInDoubt()).isTrue();
        assertThat(account.order(1).state()).isEqualTo(PENDING);
    }

    @Test
    void row9AcknowledgedAndNowhereIsLostNotRejectedAndStaysReserved() {
        account.weSent(1, "2").acknowledged(1).notFoundBefore(1, 2).notFound(1);
        var lost = step(9, Grade.E2);
        assertThat(lost.asks(FollowUp.ALARM)).isTrue();
        assertThat(applied().state()).isEqualTo(SUBMITTED);
        assertThat(account.order(1).isInDoubt()).isTrue();
        assertThat(account.standing()).containsExactly("lost C-1");
        account.unanswered(1);
        applied();
        assertThat(account.standing()).containsExactly("lost C-1");
    }

    @Test
    void row9FoundAgainItIsLostNoMore() {
        row9AcknowledgedAndNowhereIsLostNotRejectedAndStaysReserved();
        account.venueForgets().venueShows(1, SUBMITTED, "2", "0");
        assertThat(applied().isInDoubt()).isFalse();
        assertThat(account.standing()).isEmpty();
    }

    @Test
    void row26ADuplicateIdProvesThatTheFirstArrivedAndIsAskedAfter() {
        account.weSent(1, "2");
        var held = new Held(account.order(1), true, Account.stamp(0), Absence.NONE);
        var told = Evidence.ofRejection(
                held, new Closure(Reason.DUPLICATE_ID, "-4116 ClientOrderId is duplicated"), account.learned());
        assertThat(told.kind().row()).isEqualTo(26);
        assertThat(told.basis().grade()).isEqualTo(Grade.E1);
        assertThat(told.followUps()).containsExactly(FollowUp.QUERY);
        told.events().forEach(event -> account.weLearned(1, event));
        assertThat(account.order(1).isInDoubt()).isTrue();
        account.venueShows(1, SUBMITTED, "2", "0");
        assertThat(applied().state()).isEqualTo(SUBMITTED);
    }
}
