package sluice.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.DeskEvent;
import sluice.engine.ManualClock;
import sluice.engine.codec.EventCodec;
import sluice.engine.quality.Past;
import sluice.engine.view.AlertView;
import sluice.health.alert.Alert;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;
import sluice.health.check.Check;
import sluice.health.check.Level;
import sluice.health.check.Limits;
import sluice.health.check.Measure;
import sluice.journal.Entry;
import sluice.market.Stamp;
import sluice.shell.ScriptedDesk;

class HealthLoopTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private final List<Entry> journaled = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private final Past past = (seq, reader) ->
            journaled.stream().filter(entry -> entry.seq() > seq).forEach(reader);
    private final ManualClock clock = new ManualClock();
    private final HealthLoop health = new HealthLoop(
            desk,
            () -> 7,
            clock,
            new Surroundings(past, Limits.USUAL, () -> Optional.of(Duration.ofMillis(3)), told::add));

    private void journals(String kind, String text) {
        var event = new DeskEvent.Alerted(kind, text, DeskEvent.Alerted.NO_ORDER, clock.stamp());
        var codec = new EventCodec(id -> {
            throw new IllegalStateException();
        });
        journaled.add(codec.encode(journaled.size() + 1, event));
    }

    private Check check(Measure measure) {
        return health.now().checks().stream()
                .filter(check -> check.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsJournaledAsAnAlertIsTold() {
        journals("OVERFILL", "P-1 filled more than asked");
        journals("BANNED", "alpha will not hear of us");
        assertThat(health.now().active()).hasSize(2);
        assertThat(told).extracting(Notice::severity).containsExactly(Severity.CRITICAL, Severity.WARNING);
        assertThat(told.get(0).line()).isEqualTo("P-1 filled more than asked");
    }

    @Test
    void whatIsAcknowledgedIsActiveNoMore() {
        journals("OVERFILL", "P-1 filled more than asked");
        assertThat(health.now().active()).hasSize(1);
        assertThat(health.acknowledge(1)).isTrue();
        assertThat(health.now().active()).isEmpty();
        assertThat(health.acknowledge(9)).isFalse();
    }

    @Test
    void whatAnEarlierDeskAlertedToIsListedAsOver() {
        desk.alerts.add(new AlertView(5, "LATE_FILL", "long ago", new Stamp(Instant.EPOCH, 0)));
        health.start(desk.view());
        health.close();
        assertThat(health.now().alerts())
                .singleElement()
                .extracting(Alert::state)
                .isEqualTo(Alert.State.OVER);
        assertThat(told).isEmpty();
    }

    @Test
    void theDeskIsLookedAt() {
        assertThat(check(Measure.INBOX).value()).isEqualTo("7");
        assertThat(check(Measure.JOURNAL).level()).isEqualTo(Level.OK);
    }

    @Test
    void aJournalThatCannotBeWrittenIsBad() {
        desk.journalFault("the disk is full");
        assertThat(check(Measure.JOURNAL).level()).isEqualTo(Level.BAD);
        assertThat(health.now().level()).isEqualTo(Level.BAD);
    }
}
