package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sluice.simulation.invariant.AFillIsBookedOnceAndAlways;
import sluice.simulation.invariant.JournalBeforeWire;
import sluice.simulation.invariant.OneIntentAtMostOneExecution;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.SecretsStayIn;

/** A rule that is broken on purpose is found broken, within a few seeds and by its own name. */
class MistakesAreCaughtTest {

    private static final int SEEDS = 12;

    private static Set<String> broken(Plan plan) {
        var broken = new TreeSet<String>();
        for (var seed = 1; seed <= SEEDS; seed++) {
            Simulation.run(seed, plan).broken().ifPresent(found -> broken.add(found.invariant()));
        }
        return broken;
    }

    @Test
    void aJournalThatAcknowledgesBeforeItWrites() {
        assertThat(broken(Plan.USUAL.withJournal(Mistakes::acknowledgesFirst))).contains(JournalBeforeWire.NAME);
    }

    @Test
    void aJournalThatForgets() {
        assertThat(broken(Plan.USUAL.withJournal(Mistakes::forgetsFills))).contains(Chronicle.REPLAY);
    }

    @Test
    void aTransportThatTakesSilenceForProof() {
        assertThat(broken(Plan.USUAL.withTransport(Mistakes.silenceMeansNotSent())))
                .contains(OnlyEvidenceChangesAnOrder.NAME);
    }

    @Test
    void anAdapterThatTakesTheUnknownForARejection() {
        assertThat(broken(Plan.USUAL.withNews(Mistakes::unknownMeansRejected)))
                .contains(OnlyEvidenceChangesAnOrder.NAME);
    }

    @Test
    void aTransportThatSendsAnOrderAgain() {
        assertThat(broken(Plan.USUAL.withTransport(Mistakes.unansweredOrdersGoAgain())))
                .contains(OneIntentAtMostOneExecution.NAME);
    }

    @Test
    void aFillThatIsBookedTwice() {
        assertThat(broken(Plan.USUAL.withNews(Mistakes::fillsCountTwice))).contains(AFillIsBookedOnceAndAlways.NAME);
    }

    @Test
    void aFailureThatShowsTheSignedCall() {
        assertThat(broken(Plan.USUAL.withTransport(Mistakes.failuresShowTheCall())))
                .contains(SecretsStayIn.NAME);
    }
}
