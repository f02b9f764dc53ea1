package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sluice.simulation.invariant.ABrokenBookIsAbsent;
import sluice.simulation.invariant.AFillIsBookedOnceAndAlways;
import sluice.simulation.invariant.ExposureCountsTheWorstCase;
import sluice.simulation.invariant.JournalBeforeWire;
import sluice.simulation.invariant.KillIsKill;
import sluice.simulation.invariant.MoneyIsExact;
import sluice.simulation.invariant.OneIntentAtMostOneExecution;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.RecoveredBeforeResumed;
import sluice.simulation.invariant.SecretsStayIn;

/** A rule that is broken on purpose is found broken, within a few seeds and by its own name. */
class MistakesAreCaughtTest {

    private static final int SEEDS = 60;

    private static boolean isCaught(Plan plan, String invariant) {
        return LongStream.rangeClosed(1, SEEDS)
                .anyMatch(seed -> Simulation.run(seed, plan).names().contains(invariant));
    }

    @Test
    void aJournalThatAcknowledgesBeforeItWrites() {
        assertThat(isCaught(Plan.USUAL.withJournal(Mistakes::acknowledgesFirst), JournalBeforeWire.NAME))
                .isTrue();
    }

    @Test
    void aJournalThatForgets() {
        assertThat(isCaught(Plan.USUAL.withJournal(Mistakes::forgetsFills), Chronicle.REPLAY))
                .isTrue();
    }

    @Test
    void aTransportThatTakesSilenceForProof() {
        assertThat(isCaught(Plan.USUAL.withTransport(Mistakes.silenceMeansNotSent()), OnlyEvidenceChangesAnOrder.NAME))
                .isTrue();
    }

    @Test
    void anAdapterThatTakesTheUnknownForARejection() {
        assertThat(isCaught(Plan.USUAL.withNews(Mistakes::unknownMeansRejected), OnlyEvidenceChangesAnOrder.NAME))
                .isTrue();
    }

    @Test
    void aTransportThatSendsAnOrderAgain() {
        assertThat(isCaught(
                        Plan.USUAL.withTransport(Mistakes.unansweredOrdersGoAgain()), OneIntentAtMostOneExecution.NAME))
                .isTrue();
    }

    @Test
    void aFillThatIsBookedTwice() {
        assertThat(isCaught(Plan.USUAL.withNews(Mistakes::fillsCountTwice), AFillIsBookedOnceAndAlways.NAME))
                .isTrue();
    }

    @Test
    void aFailureThatShowsTheSignedCall() {
        assertThat(isCaught(Plan.USUAL.withTransport(Mistakes.failuresShowTheCall()), SecretsStayIn.NAME))
                .isTrue();
    }

    @Test
    void anOrderThatGoesAgainUnderAnotherId() {
        assertThat(isCaught(
                        Plan.USUAL.withTransport(Mistakes.unansweredOrdersGoUnderAnotherId()), JournalBeforeWire.NAME))
                .isTrue();
    }

    @Test
    void aDeskThatForgetsWhatIsUnknown() {
        assertThat(isCaught(Plan.USUAL.withNews(Mistakes::unknownMeansRejected), ExposureCountsTheWorstCase.NAME))
                .isTrue();
    }

    @Test
    void aBookThatIsShownAsItWas() {
        assertThat(isCaught(Plan.USUAL.withNews(Mistakes::booksAreRemembered), ABrokenBookIsAbsent.NAME))
                .isTrue();
    }

    @Test
    void aDeskThatIsNotToldThatItHeardNothing() {
        assertThat(isCaught(Plan.USUAL.withNews(Mistakes::privateStreamNeverBreaks), RecoveredBeforeResumed.NAME))
                .isTrue();
    }

    @Test
    void aFeeThatIsRounded() {
        assertThat(isCaught(Plan.USUAL.withNews(Mistakes::feesAreRounded), MoneyIsExact.NAME))
                .isTrue();
    }

    @Test
    void anOrderThatIsHeldBackBeyondTheKill() {
        assertThat(isCaught(Plan.USUAL.withTransport(Mistakes.ordersAreHeldBack()), KillIsKill.NAME))
                .isTrue();
    }
}
