package sluice.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.engine.Command;
import sluice.engine.ManualClock;
import sluice.engine.turn.Input;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.Mark;
import sluice.market.consolidated.Consolidation;
import sluice.order.parent.Origin;
import sluice.risk.limits.Limits;

class ShownTest {

    private static final Duration TENTH = Duration.ofMillis(100);

    private final ManualClock clock = new ManualClock();
    private final DeskCore core = new DeskCore(new Setup(
            new MemoryJournal(new SimulatedDisk(new Random(1))),
            clock,
            List.of(),
            Limits.simulated(),
            Consolidation.DEFAULT,
            "abc123",
            "test"));
    private final Shown shown = new Shown(core, clock);

    private void journals(String text) {
        var note = new Command.Note(text, new Origin("ada", "prompt", "test", Optional.empty()));
        core.turn(List.of(new Input.Asked(note, clock.stamp(), Mark.NONE, new CompletableFuture<>())));
        shown.age();
    }

    private void passes(Duration time) {
        clock.pass(time);
        shown.refresh();
    }

    @Test
    void whatWasJournaledShowsAtOnce() {
        passes(TENTH);
        journals("one");
        shown.refresh();
        assertThat(shown.view().seq()).isEqualTo(core.seq());
    }

    @Test
    void aBurstIsNotShownOneByOne() {
        passes(TENTH);
        journals("one");
        shown.refresh();
        var first = shown.view();
        journals("two");
        passes(Duration.ofMillis(19));
        assertThat(shown.view()).isSameAs(first);
        assertThat(shown.due()).containsExactly(clock.nanos() + 1_000_000);
        passes(Duration.ofMillis(1));
        assertThat(shown.view().seq()).isEqualTo(core.seq());
    }

    @Test
    void whatIsNotJournaledShowsTenTimesASecond() {
        passes(TENTH);
        shown.age();
        shown.refresh();
        var first = shown.view();
        shown.age();
        passes(Duration.ofMillis(99));
        assertThat(shown.view()).isSameAs(first);
        passes(Duration.ofMillis(1));
        assertThat(shown.view()).isNotSameAs(first);
    }

    @Test
    void whileNothingComesNothingIsMade() {
        passes(TENTH);
        var first = shown.view();
        passes(Duration.ofHours(1));
        assertThat(shown.view()).isSameAs(first);
        assertThat(shown.due()).isEmpty();
    }
}
