package sluice.order;

import static sluice.market.Side.BUY;
import static sluice.order.OrderScenario.givenSent;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;

import org.junit.jupiter.api.Test;

class LateFillTest {

    @Test
    void aFillThatCrossesOurCancelIsOursButReopensNothing() {
        givenSent(BUY, "2")
                .venueAccepts()
                .deskAsksToCancel()
                .venueCancels()
                .venueTrades("E1", "0.5", "101")
                .thenStateIs(CANCELLED)
                .andQuantities("0.5", "0");
    }

    @Test
    void aCancelledOrderWhoseLateFillsReachTheWholeIsFilled() {
        givenSent(BUY, "2")
                .venueAccepts()
                .venueTrades("E1", "1.5", "101")
                .venueCancels()
                .venueTrades("E2", "0.5", "101")
                .thenStateIs(FILLED)
                .andQuantities("2", "0");
    }

    @Test
    void aRejectedOrderThatHasAFillWasNotRejected() {
        givenSent(BUY, "2")
                .venueRejects()
                .venueTrades("E1", "0.5", "101")
                .thenStateIs(CANCELLED)
                .andReasonIs(Reason.FILTER)
                .andQuantities("0.5", "0");
    }

    @Test
    void aRejectionAfterAFillLeavesTheFill() {
        givenSent(BUY, "2")
                .venueTrades("E1", "0.5", "101")
                .venueRejects()
                .thenStateIs(CANCELLED)
                .andQuantities("0.5", "0");
    }

    @Test
    void aFillBeyondTheOrderedQuantityIsBooked() {
        givenSent(BUY, "2")
                .venueAccepts()
                .venueTrades("E1", "2", "101")
                .venueTrades("E2", "0.5", "101")
                .thenStateIs(FILLED)
                .andQuantities("2.5", "0");
    }

    @Test
    void aFillThatOvertakesTheAcknowledgementProvesTheOrder() {
        givenSent(BUY, "2")
                .newTimesOut()
                .venueTrades("E1", "0.5", "101")
                .thenStateIs(PARTIALLY_FILLED)
                .andIsInDoubt(false)
                .andQuantities("0.5", "1.5");
    }

    @Test
    void aFillToldTwiceCountsOnce() {
        givenSent(BUY, "2")
                .venueAccepts()
                .venueTrades("E1", "0.5", "101")
                .venueTrades("E1", "0.5", "101")
                .andQuantities("0.5", "1.5");
    }
}
