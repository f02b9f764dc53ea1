package sluice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.order.OrderScenario.givenSent;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.CANCELLING;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.PENDING;
import static sluice.order.OrderState.REJECTED;
import static sluice.order.OrderState.SUBMITTED;

import org.junit.jupiter.api.Test;

class OrderTransitionTest {

    @Test
    void anAmendInPlaceLeavesTheIdTheVenueHasItUnder() {
        var first = givenSent(BUY, "2").order().ids().clOrdId();
        var amended = givenSent(BUY, "2")
                .venueAccepts()
                .venueAmendsInPlace("2", "99")
                .order()
                .ids();
        assertThat(amended.there()).isEqualTo(first).isNotEqualTo(amended.clOrdId());

        var anew = givenSent(BUY, "2")
                .venueAccepts()
                .venueAmends("2", "99")
                .order()
                .ids();
        assertThat(anew.there()).isEqualTo(anew.clOrdId()).isNotEqualTo(first);
    }

    @Test
    void anAcceptedOrderWorks() {
        givenSent(BUY, "2").thenStateIs(PENDING).venueAccepts().thenStateIs(SUBMITTED);
    }

    @Test
    void aTimeoutIsADoubtAndNoRejection() {
        givenSent(BUY, "2")
                .newTimesOut()
                .thenStateIs(PENDING)
                .andIsInDoubt(true)
                .andQuantities("0", "2");
    }

    @Test
    void anAcknowledgementEndsTheDoubtAboutTheOrder() {
        givenSent(BUY, "2").newTimesOut().venueAccepts().thenStateIs(SUBMITTED).andIsInDoubt(false);
    }

    @Test
    void anAcknowledgementSaysNothingAboutACancelInDoubt() {
        givenSent(BUY, "2")
                .deskAsksToCancel()
                .cancelTimesOut()
                .venueAccepts()
                .thenStateIs(CANCELLING)
                .andIsInDoubt(true);
    }

    @Test
    void aPartialFillDoesNotForgetTheCancel() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToCancel()
                .venueTrades("E1", "0.5", "100")
                .thenStateIs(CANCELLING)
                .andQuantities("0.5", "1.5");
    }

    @Test
    void aRefusedCancelLeavesTheOrderWhereItStands() {
        givenSent(BUY, "2")
                .venueAccepts()
                .venueTrades("E1", "0.5", "100")
                .deskAsksToCancel()
                .venueRefusesTheRequest()
                .thenStateIs(PARTIALLY_FILLED);
    }

    @Test
    void aRefusedRequestIsNotTheOrdersOwn() {
        givenSent(BUY, "2")
                .newTimesOut()
                .venueRefusesTheRequest()
                .thenStateIs(PENDING)
                .andIsInDoubt(true);
    }

    @Test
    void aSettledCancelThatDidNothingLeavesTheOrderWorking() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToCancel()
                .cancelTimesOut()
                .evidenceSettles()
                .thenStateIs(SUBMITTED)
                .andIsInDoubt(false);
    }

    @Test
    void theEndOfTheOrderEndsItsDoubts() {
        givenSent(BUY, "2").newTimesOut().venueCancels().thenStateIs(CANCELLED).andIsInDoubt(false);
    }

    @Test
    void aRejectionKeepsItsReason() {
        givenSent(BUY, "2").venueRejects().thenStateIs(REJECTED).andReasonIs(Reason.FILTER);
    }

    @Test
    void anAmendUpwardsCountsBeforeItIsGranted() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "100")
                .andQuantities("0", "2")
                .andAtWorst("5");
    }

    @Test
    void anOrderFilledWhileAnAmendUpwardsIsOutStaysOpen() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "100")
                .venueTrades("E1", "2", "100")
                .thenStateIs(PARTIALLY_FILLED)
                .andAtWorst("3")
                .venueRefusesTheRequest()
                .thenStateIs(FILLED);
    }

    @Test
    void aGrantedAmendChangesTheTerms() {
        var order = givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "99")
                .venueAmends("5", "99")
                .thenStateIs(SUBMITTED)
                .andQuantities("0", "5")
                .order();
        assertThat(order.orderId()).contains(new OrderId("V-2"));
        assertThat(order.ids().clOrdId()).isEqualTo(new ClOrdId("sl-t4g-7-1"));
    }

    @Test
    void anAmendBelowWhatIsFilledLeavesNothingToFill() {
        givenSent(BUY, "2")
                .venueAccepts()
                .venueTrades("E1", "1", "100")
                .venueAmends("1", "100")
                .thenStateIs(FILLED)
                .andQuantities("1", "0");
    }

    @Test
    void anOrderSentAnewIsPendingAgainAndKeepsItsFills() {
        givenSent(BUY, "2")
                .venueAccepts()
                .venueTrades("E1", "0.5", "100")
                .deskSendsAnew("2", "99")
                .thenStateIs(PENDING)
                .andQuantities("0.5", "1.5");
    }

    @Test
    void aCancelOfAnOrderThatFilledWhileAnAmendWasOutIsAFill() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "100")
                .venueTrades("E1", "2", "100")
                .venueCancels()
                .thenStateIs(FILLED);
    }

    @Test
    void ofTwoAmendsThatCancelsOvertookTheOneForMoreCounts() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("3", "100")
                .deskAsksToCancel()
                .venueRefusesTheRequest()
                .deskAsksToAmend("5", "100")
                .deskAsksToCancel()
                .andAtWorst("5");
    }

    @Test
    void anAmendThatACancelOvertakesStillCounts() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "100")
                .deskAsksToCancel()
                .thenStateIs(CANCELLING)
                .andIsInDoubt(true)
                .andAtWorst("5")
                .venueRefusesTheRequest()
                .andIsInDoubt(true)
                .andAtWorst("5")
                .evidenceSettles()
                .andAtWorst("2");
    }

    @Test
    void aCancelOutlivesAnAmendThatIsGranted() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "100")
                .deskAsksToCancel()
                .venueAmends("5", "100")
                .thenStateIs(CANCELLING)
                .andIsInDoubt(false)
                .andQuantities("0", "5");
    }

    @Test
    void aDoubtAboutAnAmendEndsWithItsSettlement() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToAmend("5", "100")
                .amendTimesOut("5", "100")
                .andAtWorst("5")
                .evidenceSettles()
                .andAtWorst("2")
                .andIsInDoubt(false);
    }

    @Test
    void aCancelInDoubtDoesNotHideThatTheOrderItselfIs() {
        var order = givenSent(BUY, "2")
                .newTimesOut()
                .deskAsksToCancel()
                .cancelTimesOut()
                .venueRefusesTheRequest()
                .andIsInDoubt(true)
                .order();
        assertThat(order.doubt().orElseThrow().request()).isEqualTo(new Request.New());
    }

    @Test
    void anOrderThatNeverShowedIsInFlightAgainOnceItsCancelIsRefused() {
        var order = givenSent(BUY, "2")
                .deskAsksToCancel()
                .venueRefusesTheRequest()
                .thenStateIs(PENDING)
                .order();
        assertThat(order.inFlight()).contains(new Request.New());
    }
}
