package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.health.HealthLoop;
import sluice.engine.health.Surroundings;
import sluice.engine.quality.Past;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.AlertBook;
import sluice.health.alert.Severity;
import sluice.health.check.Limits;
import sluice.journal.MemoryJournal;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.shell.ScriptedDesk;

/** Alerts of one desk as the next ones have them. */
class KeptAlertsTest {

    private static final Alarm SLOW = Alarm.lasting("ORDER_LATENCY/alpha", Severity.WARNING, "HEALTH_X", "slow");

    private final DeskScenario desk = DeskScenario.ready();
    private final AlertBook book = new AlertBook();

    private void keep() {
        book.takeTurned().forEach(alert -> desk.ask(new Command.KeepAlert(alert)));
    }

    private List<Alert> known() {
        return desk.view().alerts().known();
    }

    /** Looks after the desk as the process that has it would, until it dies. */
    private List<Alert> looked() {
        var there = new ScriptedDesk();
        there.known.addAll(known());
        there.alerts.addAll(desk.view().alerts().happened());
        there.when(Command.KeepAlert.class, command -> desk.ask(command).join());
        Past past = (seq, reader) -> new MemoryJournal(desk.disk).replay(seq, reader);
        var around = new Surroundings(past, Limits.USUAL, Optional::empty, notice -> {});
        try (var health = new HealthLoop(there, () -> 0, desk.clock, around)) {
            health.start(there.view());
            return health.now().alerts();
        }
    }

    @Test
    void anAlertAndItsAcknowledgementOutliveTheDesk() {
        book.raise(SLOW, desk.clock.now());
        keep();
        desk.ask(new Command.AcknowledgeAlert(1, DeskScenario.TRADER));
        var before = known();
        desk.crash();
        assertThat(known()).isEqualTo(before).singleElement().satisfies(alert -> {
            assertThat(alert.name()).isEqualTo("A-1");
            assertThat(alert.state()).isEqualTo(Alert.State.ACKNOWLEDGED);
            assertThat(alert.alarm()).isEqualTo(SLOW);
        });
        assertThat(looked()).extracting(Alert::state).containsExactly(Alert.State.ACKNOWLEDGED);
    }

    @Test
    void whatIsOverIsOverForTheNextDeskAndComesBackAsTheSame() {
        book.raise(SLOW, desk.clock.now());
        keep();
        desk.pass(Duration.ofSeconds(10));
        book.clear(SLOW.key(), desk.clock.now());
        keep();
        desk.crash();
        assertThat(known()).extracting(Alert::state).containsExactly(Alert.State.OVER);
        book.raise(SLOW, desk.clock.now());
        keep();
        desk.crash();
        assertThat(known()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(Alert.State.ACTIVE);
            assertThat(alert.count()).isEqualTo(2);
        });
    }

    @Test
    void whatTheDeskAlertedToJustBeforeItDiedIsRaisedByTheNext() {
        book.raise(SLOW, desk.clock.now());
        keep();
        desk.pass(Duration.ofSeconds(1));
        desk.limit(Side.BUY, "1", "99");
        desk.accepts().ends(Closure.of(Reason.REQUESTED)).trades("0.1", "99");
        assertThat(desk.alerts()).containsExactly("LATE_FILL");
        desk.crash();
        assertThat(looked())
                .extracting(alert -> alert.name() + " " + alert.alarm().kind() + " " + alert.state())
                .containsExactly("A-1 HEALTH_X ACTIVE", "A-2 LATE_FILL ACTIVE");
    }

    @Test
    void theNextAlertOfALaterDeskHasTheNextNumber() {
        book.raise(SLOW, desk.clock.now());
        keep();
        desk.crash();
        var later = new AlertBook();
        later.resume(known(), desk.clock.now());
        later.raise(Alarm.happened(Severity.CRITICAL, "OVERFILL", "P-1"), desk.clock.now());
        assertThat(later.alerts()).extracting(Alert::name).containsExactly("A-1", "A-2");
        assertThat(later.takeTurned()).extracting(Alert::name).containsExactly("A-2");
    }
}
