package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.market.VenueId;
import sluice.venue.ClientIdCodec;
import sluice.venue.Lookup;
import sluice.venue.Manifest;

/** How often one order in doubt is asked about, and when. */
class QuestionsTest {

    private static final Lookup NOT_FOUND = new Lookup.NotFound("");
    private static final long BEGIN = Duration.ofMillis(12_345_050).toNanos();

    private static Manifest manifest(Duration grace, Duration lag, String omits) {
        return new Manifest(
                new VenueId("venue"),
                new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.NONE),
                new Manifest.Proof(Optional.of(Duration.ofDays(1)), grace, ""),
                new Manifest.Orders(Set.of(), true, true, true, Manifest.Amend.IN_PLACE),
                new Manifest.Answers(
                        Manifest.CancelOk.DONE,
                        true,
                        Manifest.Duplicate.REFUSED,
                        new Manifest.OpenList(Optional.empty(), omits),
                        lag,
                        Optional.empty()),
                List.of(),
                List.of());
    }

    private static final Manifest USUAL = manifest(Duration.ofSeconds(30), Duration.ofSeconds(5), "");

    /** The seconds after the first answer at which it is asked, each answered at once, until absence is proven. */
    private static List<Double> asked(Manifest manifest) {
        var seconds = new ArrayList<Double>();
        var absence = Absence.NONE.after(NOT_FOUND, BEGIN);
        while (!absence.proves(manifest) && seconds.size() < 20) {
            var at = Questions.afterNotFound(absence, seconds.size(), manifest);
            seconds.add((at - BEGIN) / 1e9);
            absence = absence.after(NOT_FOUND, at);
        }
        return seconds;
    }

    @Test
    void absenceIsProvenByThreeMoreQuestionsAndWithinASecondOfTheEarliestMoment() {
        assertThat(asked(USUAL)).containsExactly(5.95, 17.95, 35.95);
    }

    @Test
    void aVenueOfShortGraceIsAskedNoMoreThanItTakesToCountThreeAnswers() {
        assertThat(asked(manifest(Duration.ofSeconds(2), Duration.ZERO, ""))).containsExactly(1.95, 2.95);
        assertThat(asked(manifest(Duration.ZERO, Duration.ZERO, ""))).containsExactly(1.0, 2.0);
    }

    @Test
    void ordersThatAreUnclearAtTheSameTimeAreAskedAboutAtOnce() {
        var one = Absence.NONE.after(NOT_FOUND, BEGIN);
        var other = Absence.NONE.after(NOT_FOUND, BEGIN + Duration.ofMillis(900).toNanos());

        assertThat(Questions.afterNotFound(one, 1, USUAL)).isEqualTo(Questions.afterNotFound(other, 1, USUAL));
    }

    @Test
    void whereAbsenceIsNeverProvenTheQuestionsGoOnEverLater() {
        var manifest = manifest(Duration.ofSeconds(30), Duration.ofSeconds(5), "conditional orders");
        var absence = Absence.NONE.after(NOT_FOUND, BEGIN);

        assertThat(Questions.afterNotFound(absence, 9, manifest) - BEGIN)
                .isBetween(
                        Duration.ofSeconds(10).toNanos(), Duration.ofSeconds(11).toNanos());
    }

    @Test
    void whatIsNotAnsweredIsAskedAgainSoonAndThenEverLater() {
        var pauses = IntStream.range(0, 20).mapToObj(Questions::unanswered).toList();

        assertThat(pauses).isSorted().startsWith(Duration.ofMillis(50)).endsWith(Duration.ofSeconds(10));
    }
}
