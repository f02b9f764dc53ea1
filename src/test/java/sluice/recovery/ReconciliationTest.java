package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.CANCELLING;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.SUBMITTED;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.recovery.Step.FollowUp;

class ReconciliationTest {

    private final Account account = new Account();

    @Test
    void agreementBringsAnEmptyPlan() {
        account.weSent(1, "2").acknowledged(1).venueShows(1, SUBMITTED, "2", "0");
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void aWorkingOrderThatFilledMeanwhileGetsItsFills() {
        account.weSent(1, "2").acknowledged(1).venueShows(1, FILLED, "2", "2").venueFilled(1, "E1", "2");
        assertThat(account.settled(Case.WORKING_FILLED, OrderEvent.Traded.class).state())
                .isEqualTo(FILLED);
    }

    @Test
    void aWorkingOrderThatWasCancelledKeepsItsWholeCumQty() {
        account.weSent(1, "2")
                .acknowledged(1)
                .filled(1, "E1", "0.5")
                .venueShows(1, CANCELLED, "2", "0.9")
                .venueFilled(1, "E1", "0.5")
                .venueFilled(1, "E2", "0.4");
        var order = account.settled(Case.WORKING_ENDED, OrderEvent.Traded.class, OrderEvent.Cancelled.class);
        assertThat(order.cumQty()).isEqualTo(Qty.of("0.9"));
    }

    @Test
    void aCancelThatDidNotArriveIsSentAgain() {
        account.weSent(1, "2")
                .acknowledged(1)
                .cancelling(1)
                .inDoubt(1, new Request.Cancel())
                .venueShows(1, SUBMITTED, "2", "0");
        var plan = account.plan();
        assertThat(Account.only(plan).kind()).isEqualTo(Case.CANCEL_STILL_OPEN);
        assertThat(Account.only(plan).followUps()).containsExactly(FollowUp.CANCEL);
        assertThat(account.apply(plan).order(1).state()).isEqualTo(CANCELLING);
    }

    @Test
    void aCancelThatCameTooLateFindsTheFills() {
        account.weSent(1, "2")
                .acknowledged(1)
                .cancelling(1)
                .venueShows(1, FILLED, "2", "2")
                .venueFilled(1, "E1", "2");
        assertThat(account.settled(Case.CANCEL_FILLED, OrderEvent.Traded.class).state())
                .isEqualTo(FILLED);
    }

    @Test
    void nothingEndsWhileTheVenueCountsFillsThatItDoesNotList() {
        account.weSent(1, "2").inDoubt(1).venueShows(1, CANCELLED, "2", "0.5");
        var plan = account.plan();
        assertThat(Account.only(plan).kind()).isEqualTo(Case.FILLS_NOT_VISIBLE);
        assertThat(Account.only(plan).asks(FollowUp.QUERY)).isTrue();
        assertThat(account.apply(plan).order(1).isOpen()).isTrue();
    }

    @Test
    void aVenueThatCountsLessThanItToldIsAskedAgainAndNothingIsTakenBack() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").venueShows(1, SUBMITTED, "2", "0");
        assertThat(Account.only(account.plan()).followUps()).containsExactly(FollowUp.QUERY);
        assertThat(account.plan().discrepancies()).isEmpty();
        assertThat(account.apply(account.plan()).order(1).cumQty()).isEqualTo(Qty.of("0.5"));
        account.heardJustNow(1);
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void anOrderClosedHereAndOpenThereIsCancelledUntilThatIsProven() {
        account.weSent(1, "2").acknowledged(1).cancelled(1).venueShows(1, SUBMITTED, "2", "0");
        var plan = account.plan();
        assertThat(Account.only(plan).kind()).isEqualTo(Case.ZOMBIE);
        assertThat(Account.only(plan).followUps()).containsExactlyInAnyOrder(FollowUp.CANCEL, FollowUp.ALARM);
        assertThat(((Discrepancy.Zombie) plan.discrepancies().get(0)).exposure())
                .isEqualTo(Qty.of("2"));
        assertThat(Account.only(account.apply(plan).plan()).followUps()).containsExactly(FollowUp.CANCEL);
    }

    @Test
    void aLateFillIsBookedAndToldButReopensNothing() {
        account.weSent(1, "2")
                .acknowledged(1)
                .cancelled(1)
                .venueShows(1, CANCELLED, "2", "0.5")
                .venueFilled(1, "E1", "0.5");
        var plan = account.plan();
        assertThat(plan.discrepancies()).hasExactlyElementsOfTypes(Discrepancy.LateFill.class);
        assertThat(account.settled(Case.LATE_FILL, OrderEvent.Traded.class).state())
                .isEqualTo(CANCELLED);
    }

    @Test
    void whatIsNotOursIsToldOnceAndNeverCancelled() {
        var theirs = Optional.of(new ClOrdId("web_123"));
        var anothers = Optional.of(new ClOrdId("sl-0ther-9"));
        account.venueShows(theirs, new OrderId("X1"), SUBMITTED, Account.terms("1"), "0")
                .venueShows(anothers, new OrderId("X2"), SUBMITTED, Account.terms("1"), "0")
                .venueFilled(new OrderId("X1"), "E9", "1");
        var plan = account.plan();
        assertThat(plan.steps())
                .extracting(Step::kind)
                .containsExactly(Case.EXTERNAL_ORDER, Case.EXTERNAL_ORDER, Case.STRAY_FILL);
        assertThat(plan.steps()).noneMatch(step -> step.asks(FollowUp.CANCEL));
        assertThat(account.apply(plan).plan().isEmpty()).isTrue();
    }

    @Test
    void anOrderThatThisJournalLostIsAdoptedAndToBeCancelled() {
        account.venueShows(8, SUBMITTED, "1", "0");
        assertThat(Account.only(account.plan()).kind()).isEqualTo(Case.ORPHAN);
        assertThat(Account.only(account.plan()).facts().names())
                .containsExactly("Opened", "CancelAsked", "Created", "Accepted");
        assertThat(account.apply(account.plan()).order(8).state()).isEqualTo(SUBMITTED);
    }

    @Test
    void theSameFillToldInTwoWaysIsABreak() {
        account.weSent(1, "2")
                .acknowledged(1)
                .filled(1, "E1", "0.5")
                .venueShows(1, PARTIALLY_FILLED, "2", "0.5")
                .venueFilled(1, "E1", "0.6");
        var plan = account.plan();
        assertThat(plan.discrepancies()).hasExactlyElementsOfTypes(Discrepancy.FillsDiffer.class);
        assertThat(plan.events()).isEmpty();
    }

    @Test
    void theSameExecIdOnTwoOrdersIsTwoFills() {
        account.weSent(1, "2").acknowledged(1).weSent(2, "2").acknowledged(2);
        account.venueShows(1, PARTIALLY_FILLED, "2", "1").venueFilled(1, "E1", "1");
        account.venueShows(2, PARTIALLY_FILLED, "2", "1").venueFilled(2, "E1", "1");
        account.apply(account.plan());
        assertThat(account.order(1).cumQty().plus(account.order(2).cumQty())).isEqualTo(Qty.of("2"));
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void otherTermsThanWereSentAreAdoptedAndTold() {
        account.weSent(1, "2").acknowledged(1);
        var theirs = Account.terms("3").withPx(Px.of("98"));
        account.venueShows(Optional.of(Account.id(1)), new OrderId("V-1"), SUBMITTED, theirs, "0");
        var plan = account.plan();
        assertThat(plan.discrepancies()).hasExactlyElementsOfTypes(Discrepancy.TermsDiffer.class);
        assertThat(account.settled(Case.TERMS_DIFFER, OrderEvent.Replaced.class).terms())
                .isEqualTo(theirs);
    }

    @Test
    void anotherSideIsNeverAdopted() {
        account.weSent(1, "2").acknowledged(1);
        var ours = Account.terms("2");
        var theirs =
                Terms.limit(ours.symbol(), Side.SELL, ours.orderQty(), ours.px().orElseThrow(), ours.tif());
        account.venueShows(Optional.of(Account.id(1)), new OrderId("V-1"), SUBMITTED, theirs, "0");
        assertThat(account.plan().events()).isEmpty();
        assertThat(Account.only(account.plan()).asks(FollowUp.ALARM)).isTrue();
    }

    @Test
    void anAmendInDoubtThatWasGrantedIsAdopted() {
        var next = ClOrdId.of(Account.TAG, Account.child(1), 1);
        var amend = new Request.Replace(next, Account.terms("3"));
        account.weSent(1, "2").acknowledged(1);
        account.weLearned(1, new OrderEvent.Requested(Account.child(1), amend, Account.stamp(0)));
        account.inDoubt(1, amend);
        account.venueShows(1, CANCELLED, "2", "0");
        account.venueShows(Optional.of(next), new OrderId("V-9"), SUBMITTED, Account.terms("3"), "0");
        var order = account.settled(Case.AMEND_SEEN, OrderEvent.Replaced.class);
        assertThat(order.orderId()).contains(new OrderId("V-9"));
        assertThat(order.leavesQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void aFillOfTheOrderThatAnAmendReplacedIsStillOurs() {
        anAmendInDoubtThatWasGrantedIsAdopted();
        account.venueFilled(1, "E1", "0.5").later(Duration.ofMinutes(1));
        account.apply(account.plan());
        assertThat(account.order(1).cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void anOrderHeardOfJustNowIsLeftAloneUnlessSomethingPositiveIsProven() {
        account.weSent(1, "2").heardJustNow(1).notFound(1);
        assertThat(account.plan().isEmpty()).isTrue();
        account.weSent(2, "2").heardJustNow(2).venueShows(2, SUBMITTED, "2", "0");
        assertThat(account.plan().events()).hasExactlyElementsOfTypes(OrderEvent.Accepted.class);
    }

    @Test
    void aMissedFillOfAnAmendedOrderIsItsAndSaysNothingOfTheNewOne() {
        account.weSent(1, "2").acknowledged(1).sentAnew(1, "3").venueFilled(1, "E1", "0.5");
        var plan = account.plan();
        var order = account.apply(plan).order(1);
        assertThat(Account.only(plan).events()).hasOnlyElementsOfType(OrderEvent.Traded.class);
        assertThat(order.cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(order.orderId()).isEmpty();
    }

    @Test
    void aFillOfAnAmendedOrderKeepsNoOtherFromBeingProvenAbsent() {
        account.weSent(1, "2").acknowledged(1).filled(1, "E1", "0.5").sentAnew(1, "3");
        account.weSent(2, "2").inDoubt(2).notFound(2).notFoundBefore(2, 3).venueFilled(1, "E1", "0.5");
        assertThat(account.apply(account.plan()).order(2).state()).isEqualTo(CANCELLED);
    }

    @Test
    void theEndOfTheOldOrderIsNotTheEndWhileItsAmendMayLive() {
        account.weSent(1, "2")
                .acknowledged(1)
                .amending(1, "3")
                .inDoubt(1, Account.amend(1, "3"))
                .venueShows(1, CANCELLED, "2", "0");
        var plan = account.plan();
        assertThat(Account.only(plan).asks(FollowUp.QUERY)).isTrue();
        assertThat(account.apply(plan).order(1).isOpen()).isTrue();
    }
}
