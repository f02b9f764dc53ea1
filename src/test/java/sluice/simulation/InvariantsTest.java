package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.simulation.invariant.ABrokenBookIsAbsent;
import sluice.simulation.invariant.AClosedOrderNeverWorksAgain;
import sluice.simulation.invariant.AFillIsBookedOnceAndAlways;
import sluice.simulation.invariant.DeskAndVenueAgree;
import sluice.simulation.invariant.ExposureCountsTheWorstCase;
import sluice.simulation.invariant.JournalBeforeWire;
import sluice.simulation.invariant.KillIsKill;
import sluice.simulation.invariant.MoneyIsExact;
import sluice.simulation.invariant.OneIntentAtMostOneExecution;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.QuantityIsConserved;
import sluice.simulation.invariant.RecoveredBeforeResumed;
import sluice.simulation.invariant.SecretsStayIn;

/**
 * The invariants of the desk over many seeds and each cast, all watched in every run.
 *
 * <p>{@code -Dsluice.seeds=N} runs more, {@code -Dsluice.seed=S} runs one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTest {

    private static final int USUALLY = 200;

    /** Long enough for some fifty orders and a dozen things that go wrong; the long runs trade for longer. */
    private static final Duration TRADING = Duration.ofSeconds(15);

    private final Map<Cast, Seeds> runs = new EnumMap<>(Cast.class);

    private Seeds seeds(Cast cast) {
        return runs.computeIfAbsent(cast, players -> {
            var seeds = Seeds.run(USUALLY, plan(players));
            System.out.println(players + " " + seeds.counts());
            return seeds;
        });
    }

    private static Plan plan(Cast players) {
        return Integer.getInteger("sluice.seeds", 0) > USUALLY
                ? Plan.USUAL.on(players)
                : Plan.USUAL.on(players).trading(TRADING);
    }

    @ParameterizedTest
    @EnumSource
    void journalBeforeWire(Cast cast) {
        assertThat(seeds(cast).of(JournalBeforeWire.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneIntentAtMostOneExecution(Cast cast) {
        assertThat(seeds(cast).of(OneIntentAtMostOneExecution.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyEvidenceChangesAnOrder(Cast cast) {
        assertThat(seeds(cast).of(OnlyEvidenceChangesAnOrder.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void quantityIsConserved(Cast cast) {
        assertThat(seeds(cast).of(QuantityIsConserved.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFillIsBookedOnceAndAlways(Cast cast) {
        assertThat(seeds(cast).of(AFillIsBookedOnceAndAlways.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClosedOrderNeverWorksAgain(Cast cast) {
        assertThat(seeds(cast).of(AClosedOrderNeverWorksAgain.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void exposureCountsTheWorstCase(Cast cast) {
        assertThat(seeds(cast).of(ExposureCountsTheWorstCase.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenBookIsAbsent(Cast cast) {
        assertThat(seeds(cast).of(ABrokenBookIsAbsent.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void recoveredBeforeResumed(Cast cast) {
        assertThat(seeds(cast).of(RecoveredBeforeResumed.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void moneyIsExact(Cast cast) {
        assertThat(seeds(cast).of(MoneyIsExact.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void killIsKill(Cast cast) {
        assertThat(seeds(cast).of(KillIsKill.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void replayIsExact(Cast cast) {
        assertThat(seeds(cast).of(Chronicle.REPLAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void secretsStayIn(Cast cast) {
        assertThat(seeds(cast).of(SecretsStayIn.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deskAndVenueAgreeInTheEnd(Cast cast) {
        assertThat(seeds(cast).of(DeskAndVenueAgree.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everythingComesToRest(Cast cast) {
        assertThat(seeds(cast).of(Simulation.REST)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingBreaks(Cast cast) {
        assertThat(seeds(cast).of(DeskProcess.BUG)).isEmpty();
    }
}
