package sluice.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private final AlertBook book = new AlertBook();
    private Instant now = Instant.parse("2026-11-02T09:30:00Z");

    private AlertBookTest passes(Duration time) {
        for (var end = now.plus(time); now.isBefore(end); ) {
            now = now.plusSeconds(1);
            book.tick(now);
        }
        return this;
    }

    private static Alarm slow(String venue) {
        return Alarm.lasting("LATENCY/" + venue, Severity.WARNING, "LATENCY", venue + " is slow");
    }

    private static Alarm broken(String text) {
        return Alarm.happened(Severity.WARNING, "BROKEN", text);
    }

    private List<Notice.Type> types() {
        return book.told().stream().map(Notice::type).toList();
    }

    @Test
    void theSameAThousandTimesIsToldOnceAndSummedUp() {
        for (int i = 0; i < 1_000; i++) {
            book.raise(broken("the frame is bad"), now);
        }
        passes(Duration.ofMinutes(2));
        assertThat(types()).containsExactly(Notice.Type.RAISED, Notice.Type.REPEATED);
        assertThat(book.told().get(1).text()).isEqualTo("the frame is bad (999 more times)");
        assertThat(book.alerts()).singleElement().extracting(Alert::count).isEqualTo(1_000L);
    }

    @Test
    void athousandOfAKindAreAFewAndASummary() {
        for (int i = 0; i < 1_000; i++) {
            book.raise(broken("frame " + i + " is bad"), now);
        }
        passes(Duration.ofSeconds(90));
        assertThat(types())
                .containsExactly(
                        Notice.Type.RAISED,
                        Notice.Type.RAISED,
                        Notice.Type.RAISED,
                        Notice.Type.RAISED,
                        Notice.Type.RAISED,
                        Notice.Type.SUMMARY);
        assertThat(book.told().get(5).text()).startsWith("995 more alerts of the kind BROKEN");
    }

    @Test
    void whatLastsIsToldAgainEachTimeLaterUntilAcknowledged() {
        book.raise(slow("alpha"), now);
        passes(Duration.ofHours(1));
        assertThat(types())
                .containsExactly(Notice.Type.RAISED, Notice.Type.REPEATED, Notice.Type.REPEATED, Notice.Type.REPEATED);
        assertThat(book.acknowledge(1, now)).isTrue();
        passes(Duration.ofHours(3));
        assertThat(types()).hasSize(4);
    }

    @Test
    void whatAnEarlierDeskToldAndNobodyAcknowledgedIsToldAgain() {
        var slow = Alert.raised(3, slow("alpha"), now);
        var known = Alert.raised(4, slow("beta"), now).acked(now);
        book.resume(List.of(slow, known), now);
        assertThat(book.told()).isEmpty();
        passes(Duration.ofMinutes(2));
        assertThat(book.told()).singleElement().satisfies(notice -> {
            assertThat(notice.type()).isEqualTo(Notice.Type.REPEATED);
            assertThat(notice.name()).isEqualTo("A-3");
        });
    }

    @Test
    void whatIsAcknowledgedEndsInSilence() {
        book.raise(slow("alpha"), now);
        book.acknowledge(1, now);
        book.clear("LATENCY/alpha", now);
        assertThat(types()).containsExactly(Notice.Type.RAISED);
        assertThat(book.acknowledge(2, now)).isFalse();
    }

    @Test
    void whatComesBackSoonIsTheSameAlert() {
        book.raise(slow("alpha"), now);
        book.clear("LATENCY/alpha", now);
        passes(Duration.ofSeconds(30));
        book.raise(slow("alpha"), now);
        assertThat(types()).containsExactly(Notice.Type.RAISED, Notice.Type.CLEARED);
        assertThat(book.alerts()).singleElement().extracting(Alert::state).isEqualTo(Alert.State.ACTIVE);
        book.clear("LATENCY/alpha", now);
        passes(Duration.ofMinutes(6));
        book.raise(slow("alpha"), now);
        assertThat(book.alerts()).singleElement().extracting(Alert::id).isEqualTo(2L);
    }

    @Test
    void whatHappenedOnceIsToldOnce() {
        book.raise(broken("once"), now);
        passes(Duration.ofHours(2));
        assertThat(types()).containsExactly(Notice.Type.RAISED);
    }
}
