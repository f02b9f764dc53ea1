package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.CANCELLING;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.PENDING;
import static sluice.order.OrderState.SUBMITTED;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.account.AccountEvent;
import sluice.order.position.Balance;
import sluice.recovery.account.Expected;

/** What NautilusTrader's reconciliation was seen to get wrong, one scripted venue each, in the order of the list. */
class NautilusDefectsTest {

    private final Account account = new Account();

    private Order reconciled(int times) {
        for (var round = 0; round < times; round++) {
            account.apply(account.plan()).later(Duration.ofSeconds(15));
        }
        return account.order(1);
    }

    @Test
    void defect1AnUnansweredOrderIsNeverRejectedForWantOfAnAnswer() {
        account.weSent(1, "2").inDoubt(1).unanswered(1);
        assertThat(reconciled(100).state()).isEqualTo(PENDING);
        assertThat(account.order(1).isInDoubt()).isTrue();
    }

    @Test
    void defect2AnUnansweredCancelCancelsNothing() {
        account.weSent(1, "2")
                .acknowledged(1)
                .cancelling(1)
                .inDoubt(1, new Request.Cancel())
                .unanswered(1);
        assertThat(reconciled(100).state()).isEqualTo(CANCELLING);
    }

    @Test
    void defect2AnUnansweredAmendChangesNothing() {
        account.weSent(1, "2")
                .acknowledged(1)
                .amending(1, "3")
                .inDoubt(1, Account.amend(1, "3"))
                .unanswered(1);
        assertThat(reconciled(100).isOpen()).isTrue();
        assertThat(account.order(1).worstLeavesQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void defect3APartlyFilledOrderThatVanishesIsInDoubtOnceAndNoErrorLoops() {
        account.weSent(1, "2")
                .acknowledged(1)
                .filled(1, "E1", "0.8")
                .notFoundBefore(1, 2)
                .notFound(1);
        account.venueFilled(1, "E1", "0.8");
        assertThat(account.plan().events())
                .hasOnlyElementsOfType(OrderEvent.InDoubt.class)
                .hasSize(1);
        assertThat(reconciled(1).state()).isEqualTo(PARTIALLY_FILLED);
        assertThat(account.plan().events()).isEmpty();
    }

    @Test
    void defect4AnAcceptedOrderThatIsNotFoundIsNeverRejected() {
        account.weSent(1, "2").acknowledged(1).notFound(1);
        assertThat(reconciled(20).state()).isEqualTo(SUBMITTED);
        assertThat(account.order(1).isInDoubt()).isTrue();
    }

    @Test
    void defect5AnInferredFillAndTheRealOneCountOnceWhicheverWayItComes() {
        account.weSent(1, "5").acknowledged(1).venueShows(1, FILLED, "5", "5");
        assertThat(reconciled(4).cumQty()).isEqualTo(Qty.of("5"));
        account.filled(1, "E1", "5");
        assertThat(account.order(1).cumQty()).as("by the stream").isEqualTo(Qty.of("5"));
        account.venueFilled(1, "E1", "5");
        assertThat(reconciled(2).cumQty()).as("by a report").isEqualTo(Qty.of("5"));
        assertThat(account.order(1).fills().provisional()).isEmpty();
    }

    @Test
    void defect6AWarmRestartInventsNoOppositeFill() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "2");
        account.expects(new Expected(Map.of("BTC", new BigDecimal("2")), Optional.of(Map.of()), Map.of(), Map.of()));
        account.venueHolds(new Balance("BTC", new BigDecimal("2"), BigDecimal.ZERO));
        assertThat(account.plan().isEmpty()).isTrue();
        account.venueHolds(new Balance("BTC", BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(reconciled(5).cumQty()).isEqualTo(Qty.of("2"));
        assertThat(account.told()).hasOnlyElementsOfType(AccountEvent.Differed.class);
    }

    @Test
    void defect7NoWorkingOrderIsDroppedAtTheStart() {
        for (var number = 1; number <= 14; number++) {
            account.weSent(number, "2").acknowledged(number).venueShows(number, SUBMITTED, "2", "0");
        }
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void defect8NothingIsInventedForWhatIsNotOurs() {
        account.venueShows(Optional.of(new ClOrdId("web_1")), new OrderId("X1"), SUBMITTED, Account.terms("1"), "0.4");
        account.venueFilled(new OrderId("X1"), "E1", "0.4");
        assertThat(account.plan().events()).isEmpty();
        assertThat(account.plan().steps()).noneMatch(step -> step.asks(Step.FollowUp.CANCEL));
    }

    @Test
    void defect9FundingIsNoFillAndOneTradeIdOnBothSidesIsTwo() {
        account.weSent(1, "2").acknowledged(1).venueShows(1, FILLED, "2", "2").venueFilled(1, "T1", "2");
        account.weSent(2, "2").acknowledged(2).venueShows(2, FILLED, "2", "2").venueFilled(2, "T1", "2");
        reconciled(1);
        assertThat(List.of(account.order(1).cumQty(), account.order(2).cumQty()))
                .containsOnly(Qty.of("2"));
    }

    @Test
    void defect12ATradeIdThatComesAgainAfterARestartIsTheSameFill() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, PARTIALLY_FILLED, "2", "0.5");
        account.venueFilled(1, "E1", "0.5");
        assertThat(account.rebooted(Duration.ofHours(1)).plan().isEmpty()).isTrue();
    }

    @Test
    void defect13AnOverfillIsBooked() {
        account.weSent(1, "2").acknowledged(1).venueShows(1, FILLED, "2", "2.5");
        account.venueFilled(1, "E1", "2").venueFilled(1, "E2", "0.5");
        assertThat(reconciled(1).cumQty()).isEqualTo(Qty.of("2.5"));
    }

    @Test
    void defect14ADuplicateIdAfterTheOrderWasAcceptedRejectsNothing() {
        account.weSent(1, "2").acknowledged(1);
        var held = new Held(account.order(1), true, Account.stamp(0), Absence.NONE);
        var told = Evidence.ofRejection(held, Closure.of(Reason.DUPLICATE_ID), account.learned());
        told.events().forEach(event -> account.weLearned(1, event));
        assertThat(account.order(1).state()).isEqualTo(SUBMITTED);
    }

    @Test
    void defect15APositionThatNoFillExplainsIsRecordedAsFoundAndNotRebuilt() {
        account.expects(Expected.UNKNOWN).venueHolds(new Balance("BTC", new BigDecimal("7"), BigDecimal.ZERO));
        reconciled(1);
        assertThat(account.told())
                .hasOnlyElementsOfType(AccountEvent.Adjusted.class)
                .hasSize(1);
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void defect3AnOrderThatEndedIsEndedOnce() {
        account.weSent(1, "2").acknowledged(1).venueShows(1, CANCELLED, "2", "0");
        assertThat(reconciled(1).state()).isEqualTo(CANCELLED);
        assertThat(account.plan().isEmpty()).isTrue();
    }
}
