package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sluice.simulation.invariant.AClosedOrderNeverWorksAgain;
import sluice.simulation.invariant.AFillIsBookedOnceAndAlways;
import sluice.simulation.invariant.DeskAndVenueAgree;
import sluice.simulation.invariant.JournalBeforeWire;
import sluice.simulation.invariant.OneIntentAtMostOneExecution;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.QuantityIsConserved;
import sluice.simulation.invariant.SecretsStayIn;

/**
 * The invariants of the desk over many seeds, all watched in every run.
 *
 * <p>{@code -Dsluice.seeds=N} runs more, {@code -Dsluice.seed=S} runs one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTest {

    private static final int USUALLY = 200;

    private Seeds seeds = new Seeds(List.of(), Map.of());

    @BeforeAll
    void run() {
        seeds = Seeds.run(USUALLY, Plan.USUAL);
        System.out.println(seeds.counts());
    }

    @Test
    void journalBeforeWire() {
        assertThat(seeds.of(JournalBeforeWire.NAME)).isEmpty();
    }

    @Test
    void oneIntentAtMostOneExecution() {
        assertThat(seeds.of(OneIntentAtMostOneExecution.NAME)).isEmpty();
    }

    @Test
    void onlyEvidenceChangesAnOrder() {
        assertThat(seeds.of(OnlyEvidenceChangesAnOrder.NAME)).isEmpty();
    }

    @Test
    void quantityIsConserved() {
        assertThat(seeds.of(QuantityIsConserved.NAME)).isEmpty();
    }

    @Test
    void aFillIsBookedOnceAndAlways() {
        assertThat(seeds.of(AFillIsBookedOnceAndAlways.NAME)).isEmpty();
    }

    @Test
    void aClosedOrderNeverWorksAgain() {
        assertThat(seeds.of(AClosedOrderNeverWorksAgain.NAME)).isEmpty();
    }

    @Test
    void replayIsExact() {
        assertThat(seeds.of(Chronicle.REPLAY)).isEmpty();
    }

    @Test
    void secretsStayIn() {
        assertThat(seeds.of(SecretsStayIn.NAME)).isEmpty();
    }

    @Test
    void deskAndVenueAgreeInTheEnd() {
        assertThat(seeds.of(DeskAndVenueAgree.NAME)).isEmpty();
    }

    @Test
    void everythingComesToRest() {
        assertThat(seeds.of(Simulation.REST)).isEmpty();
    }

    @Test
    void nothingBreaks() {
        assertThat(seeds.of(DeskProcess.BUG)).isEmpty();
    }
}
