package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.SUBMITTED;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.position.Balance;

/** What Hummingbot's order tracker was seen to get wrong, one scripted venue each, in the order of the list. */
class HummingbotDefectsTest {

    private final Account account = new Account();

    private Order reconciled(int times) {
        for (var round = 0; round < times; round++) {
            account.apply(account.plan()).later(Duration.ofSeconds(15));
        }
        return account.order(1);
    }

    @Test
    void defect1NoErrorCountsAsNotFoundHoweverOftenItComes() {
        for (var number = 1; number <= 6; number++) {
            account.weSent(number, "2").acknowledged(number).unanswered(number);
        }
        reconciled(40);
        for (var number = 1; number <= 6; number++) {
            assertThat(account.order(number).state()).isEqualTo(SUBMITTED);
            assertThat(account.order(number).isInDoubt()).isFalse();
        }
    }

    @Test
    void defect2ASuccessBeginsTheCountAnew() {
        account.weSent(1, "2").inDoubt(1, new Request.New()).notFound(1);
        reconciled(2);
        account.venueForgets().venueShows(1, SUBMITTED, "2", "0");
        var plan = account.plan();
        assertThat(plan.absences().get(Account.child(1))).isEqualTo(Absence.NONE);
    }

    @Test
    void defect3AnEndThatComesBeforeItsFillsWaitsForThem() {
        account.weSent(1, "2").acknowledged(1).venueShows(1, CANCELLED, "2", "0.5");
        assertThat(reconciled(1).isOpen()).isTrue();
        account.venueFilled(1, "E1", "0.5");
        assertThat(reconciled(1).state()).isEqualTo(CANCELLED);
        assertThat(account.order(1).cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void defect4AFillThatComesMinutesAfterTheEndIsBooked() {
        account.weSent(1, "2").acknowledged(1).cancelled(1).venueShows(1, CANCELLED, "2", "0.5");
        account.later(Duration.ofMinutes(90)).venueFilled(1, "E1", "0.5");
        assertThat(reconciled(1).cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void defect5ATimeoutOfAnOrderThatLivesIsNoFailure() {
        account.weSent(1, "2").inDoubt(1).unanswered(1);
        reconciled(5);
        account.venueForgets().venueShows(1, FILLED, "2", "2").venueFilled(1, "E1", "2");
        assertThat(reconciled(1).state()).isEqualTo(FILLED);
    }

    @Test
    void defect6AFillByTheStreamAndByAReportIsOne() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "2").venueShows(1, FILLED, "2", "2");
        account.venueFilled(1, "E1", "2").venueFilled(1, "E1", "2");
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void defect7ACancelThatFindsNoOrderCountsForNothing() {
        account.weSent(1, "2").acknowledged(1).cancelling(1);
        var held = new Held(account.order(1), true, Account.stamp(0), Absence.NONE);
        for (var refused = 0; refused < 10; refused++) {
            Evidence.ofRequestRejection(held, Closure.of(Reason.UNKNOWN_ORDER), account.learned())
                    .events()
                    .forEach(event -> account.weLearned(1, event));
        }
        assertThat(account.order(1).state()).isEqualTo(SUBMITTED);
        assertThat(account.order(1).isInDoubt()).isFalse();
    }

    @Test
    void defect8OthersAreTrackedAndTheAccountIsComparedWithTheFills() {
        account.venueFilled(new OrderId("X1"), "E1", "1");
        account.venueHolds(new Balance("USDT", new BigDecimal("900"), BigDecimal.ZERO));
        reconciled(5);
        assertThat(account.standing()).containsExactly("account USDT TRANSFER");
    }
}
