package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.CANCELLING;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.SUBMITTED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.recovery.Step.FollowUp;

/** Rows 10 to 18 and 22 to 24 of the reconciliation matrix: orders that were acknowledged, and closed ones. */
class RowsOfKnownOrdersTest {

    private static final Duration WAIT = Duration.ofSeconds(35);

    private final Account account = new Account();

    private Step step(int row) {
        var steps = account.plan().steps();
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).kind().row()).isEqualTo(row);
        return steps.get(0);
    }

    private Order applied() {
        account.apply(account.plan()).later(WAIT);
        return account.order(1);
    }

    @Test
    void row10AcknowledgedAndFilledGetsItsMissingFillsOnce() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, FILLED, "2", "2");
        account.venueFilled(1, "E1", "0.5").venueFilled(1, "E2", "1.5").venueFilled(1, "E2", "1.5");
        step(10);
        assertThat(applied().state()).isEqualTo(FILLED);
        assertThat(account.order(1).cumQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void row11PartlyFilledAndCancelledGetsItsTailBeforeItEnds() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, CANCELLED, "2", "0.9");
        account.venueFilled(1, "E1", "0.5").venueFilled(1, "E2", "0.4");
        assertThat(step(11).facts().names()).containsExactly("Traded", "Cancelled");
        assertThat(applied().cumQty()).isEqualTo(Qty.of("0.9"));
    }

    @Test
    void row12CancelSentAndStillOpenIsCancelledAgain() {
        account.weSent(1, "2").acknowledged(1).cancelling(1).venueShows(1, SUBMITTED, "2", "0");
        assertThat(step(12).followUps()).containsExactly(FollowUp.CANCEL);
        assertThat(applied().state()).isEqualTo(CANCELLING);
    }

    @Test
    void row13CancelRefusedProvesNothingAndTheFillsAreBooked() {
        account.weSent(1, "2").acknowledged(1).cancelling(1).venueShows(1, FILLED, "2", "2");
        account.venueFilled(1, "E1", "2");
        step(13);
        assertThat(applied().state()).isEqualTo(FILLED);
    }

    @Test
    void row14AmendSentIsReadWithItsNewIdPriceAndQuantity() {
        account.weSent(1, "2").acknowledged(1).amending(1, "3");
        var next = Account.amend(1, "3").next();
        account.venueShows(Optional.of(next), new OrderId("V-9"), SUBMITTED, Account.terms("3"), "0");
        step(14);
        assertThat(applied().orderId()).contains(new OrderId("V-9"));
        assertThat(account.order(1).terms().orderQty()).isEqualTo(Qty.of("3"));
    }

    private void countedAndNotListed() {
        account.weSent(1, "5").acknowledged(1).filled(1, "E1", "1").venueShows(1, FILLED, "5", "5");
        account.venueFilled(1, "E1", "1");
        assertThat(step(15).facts().isEmpty()).as("waits at first").isTrue();
        assertThat(applied().cumQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void row15CountedAndNotListedIsStoodInForAfterTheWaitAtTheImpliedPrice() {
        countedAndNotListed();
        step(15);
        var order = applied();
        assertThat(order.state()).isEqualTo(FILLED);
        assertThat(order.cumQty()).isEqualTo(Qty.of("5"));
        assertThat(order.fills().provisional().orElseThrow().lastPx()).isEqualTo(Px.of("100"));
        assertThat(order.fills().executions()).hasSize(1);
        assertThat(account.standing()).containsExactly("unlisted C-1");
        assertThat(account.plan().events()).as("stood in for once").isEmpty();
    }

    @Test
    void row15WhatStoodInGivesWayToTheRealFillsAndNothingIsDoubled() {
        row15CountedAndNotListedIsStoodInForAfterTheWaitAtTheImpliedPrice();
        account.venueFilled(1, "E2", "1.5");
        assertThat(applied().cumQty()).isEqualTo(Qty.of("5"));
        assertThat(account.order(1).fills().listedQty()).isEqualTo(Qty.of("2.5"));
        account.venueFilled(1, "E3", "2.5");
        assertThat(account.plan().discrepancies()).as("no late fill").isEmpty();
        var order = applied();
        assertThat(order.fills().provisional()).isEmpty();
        assertThat(order.cumQty()).isEqualTo(Qty.of("5"));
        applied();
        assertThat(account.standing()).isEmpty();
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void row16CountedLessIsWaitedForThenABreakThatFreezesTheSymbolAndNoFillIsDeleted() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, SUBMITTED, "2", "0");
        assertThat(step(16).followUps()).containsExactly(FollowUp.QUERY);
        assertThat(applied().cumQty()).isEqualTo(Qty.of("0.5"));
        var broken = step(16);
        assertThat(broken.followUps()).contains(FollowUp.FREEZE, FollowUp.ALARM);
        assertThat(broken.discrepancies().get(0).symbol()).contains(Account.SYMBOL);
        assertThat(applied().cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(step(16).followUps()).as("frozen once").containsExactly(FollowUp.QUERY);
        account.venueForgets().venueShows(1, PARTIALLY_FILLED, "2", "0.5");
        applied();
        assertThat(account.standing()).isEmpty();
    }

    @Test
    void row16WhatStoodInForMoreThanTheVenueCountsIsTakenBackAfterTheWait() {
        row15CountedAndNotListedIsStoodInForAfterTheWaitAtTheImpliedPrice();
        account.venueForgets().venueShows(1, CANCELLED, "5", "3").venueFilled(1, "E1", "1");
        assertThat(step(16).facts().isEmpty()).as("waits at first").isTrue();
        assertThat(applied().cumQty()).isEqualTo(Qty.of("5"));
        assertThat(step(16).asks(FollowUp.ALARM)).isTrue();
        var order = applied();
        assertThat(order.cumQty()).isEqualTo(Qty.of("3"));
        assertThat(order.state()).isEqualTo(CANCELLED);
        assertThat(order.standing().closure().orElseThrow().text()).contains("is taken back");
        account.venueFilled(1, "E2", "2");
        assertThat(applied().fills().provisional()).isEmpty();
        assertThat(account.order(1).cumQty()).isEqualTo(Qty.of("3"));
        applied();
        assertThat(account.standing()).isEmpty();
    }

    @Test
    void row17ClosedHereAndOpenThereIsAZombieCancelledUntilProven() {
        account.weSent(1, "2").acknowledged(1).cancelled(1).venueShows(1, SUBMITTED, "2", "0");
        var zombie = step(17);
        assertThat(zombie.followUps()).contains(FollowUp.CANCEL, FollowUp.ALARM);
        assertThat(zombie.discrepancies().get(0).cancels()).isPresent();
        applied();
        assertThat(step(17).followUps()).contains(FollowUp.CANCEL).doesNotContain(FollowUp.ALARM);
        account.venueForgets();
        applied();
        assertThat(account.standing()).isEmpty();
        assertThat(account.order(1).state()).isEqualTo(CANCELLED);
    }

    @Test
    void row18ClosedHereWithALateFillIsBookedAndAlarmedAndDoesNotWorkAgain() {
        account.weSent(1, "2").acknowledged(1).cancelled(1).venueShows(1, CANCELLED, "2", "0.5");
        account.venueFilled(1, "E1", "0.5");
        assertThat(step(18).followUps()).contains(FollowUp.ALARM);
        assertThat(applied().state()).isEqualTo(CANCELLED);
        assertThat(account.order(1).cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(account.standing()).as("booked, nothing stands").isEmpty();
    }

    @Test
    void row18AnOverfillIsBookedAndStandsUntilTheOwnerTakesIt() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "2").venueShows(1, FILLED, "2", "2.5");
        account.venueFilled(1, "E1", "2").venueFilled(1, "E2", "0.5");
        step(18);
        assertThat(applied().cumQty()).isEqualTo(Qty.of("2.5"));
        assertThat(account.plan().steps()).isEmpty();
        applied();
        assertThat(account.standing()).containsExactly("overfill C-1 E2");
    }

    @Test
    void row22TheSameFillTwiceIsDroppedSilently() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, PARTIALLY_FILLED, "2", "0.5");
        account.venueFilled(1, "E1", "0.5").venueFilled(1, "E1", "0.5");
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void row22TheSameKeyWithAnotherPayloadIsABreak() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, PARTIALLY_FILLED, "2", "0.5");
        account.venueFilled(1, "E1", "0.6");
        assertThat(step(22).followUps()).contains(FollowUp.FREEZE, FollowUp.ALARM);
        assertThat(applied().cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(account.standing()).containsExactly("fill C-1 E1");
    }

    @Test
    void row23TheSameTradeIdOnTwoOrdersIsTwoFills() {
        account.weSent(1, "2")
                .acknowledged(1)
                .venueShows(1, PARTIALLY_FILLED, "2", "1")
                .venueFilled(1, "E1", "1");
        account.weSent(2, "2")
                .acknowledged(2)
                .venueShows(2, PARTIALLY_FILLED, "2", "1")
                .venueFilled(2, "E1", "1");
        assertThat(applied().cumQty()).isEqualTo(Qty.of("1"));
        assertThat(account.order(2).cumQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void row24OtherTermsThanWereSentAreAdoptedForExposureAlarmedAndFrozen() {
        account.weSent(1, "2").acknowledged(1);
        var theirs = Account.terms("3").withPx(Px.of("98"));
        account.venueShows(Optional.of(Account.id(1)), Account.orderId(1), SUBMITTED, theirs, "0");
        assertThat(step(24).followUps()).contains(FollowUp.FREEZE, FollowUp.ALARM);
        assertThat(applied().leavesQty()).isEqualTo(Qty.of("3"));
        applied();
        assertThat(account.standing()).as("until an operator takes it").hasSize(1);
    }

    @Test
    void row24WhatOurOwnAmendCausedIsNoBreak() {
        account.weSent(1, "2").acknowledged(1).amending(1, "3").inDoubt(1, (Request) Account.amend(1, "3"));
        account.venueShows(Optional.of(Account.id(1)), Account.orderId(1), SUBMITTED, Account.terms("3"), "0");
        assertThat(step(14).asks(FollowUp.FREEZE)).isFalse();
    }

    /** A report may take its time, and be of before what is known by now. */
    @Test
    void row24AReportAskedForBeforeAnAmendWasGrantedChangesNothing() {
        account.weSent(1, "2").acknowledged(1).sentAnew(1, "3").heardSinceTheReportWasAskedFor(1);
        account.venueShows(Optional.of(Account.id(1)), Account.orderId(1), SUBMITTED, Account.terms("2"), "0");
        account.later(WAIT);
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void row14AnAmendIsSeenByWhatItWasToChangeEvenIfTheVenueHasTheRestOtherwise() {
        account.weSent(1, "2").acknowledged(1).amending(1, "3").inDoubt(1, (Request) Account.amend(1, "3"));
        var theirs = Account.terms("3").withPx(Px.of("98"));
        account.venueShows(Optional.of(Account.id(1)), Account.orderId(1), SUBMITTED, theirs, "0");
        assertThat(applied().leavesQty()).isEqualTo(Qty.of("3"));
        assertThat(account.order(1).inFlight()).isEmpty();
        assertThat(applied().terms().px()).contains(Px.of("98"));
    }

    /** What came before an amend counts for the order, and is not in what the venue shows of the new one. */
    @Test
    void row24AnAmendedOrderForTheRestIsNoSmallerThanItIs() {
        reducing("3", "1.8");
        account.filled(1, "E1", "1.2");
        assertThat(account.plan().isEmpty()).isTrue();
    }

    /** As Bybit makes an order that only reduces smaller with the position, also one that we amended before. */
    @Test
    void row24AReducingOrderThatTheVenueMadeSmallerIsTakenAsItIs() {
        reducing("3", "1");
        assertThat(applied().leavesQty()).isEqualTo(Qty.of("1"));
    }

    /** An order that only reduces, amended to so much, and what the venue shows of it under an id of its own. */
    private void reducing(String qty, String shown) {
        var next = Account.amend(1, qty).next();
        var own = Account.terms(qty);
        var reducing = new Terms(own.symbol(), own.side(), own.orderQty(), own.px(), own.tif(), false, true);
        var venues = new OrderId("V-9");
        account.weSent(1, "2").acknowledged(1).amending(1, qty);
        account.weLearned(
                1,
                new OrderEvent.Replaced(
                        Account.child(1), next, reducing, Optional.of(venues), new Stamp(Instant.EPOCH, 0)));
        account.venueShows(Optional.of(next), venues, SUBMITTED, reducing.withOrderQty(Qty.of(shown)), "0");
    }
}
