package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.DeskLoop;
import sluice.engine.desk.Setup;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.order.parent.Origin;
import sluice.risk.limits.Limits;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** Whoever asked the desk is answered, however its loop ends. */
class DeskLoopTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final Origin TRADER = new Origin("ada", "prompt", "test", Optional.empty());

    private final DeskLoop desk = loop();

    private static DeskLoop loop() {
        var clock = new ManualClock();
        var manifest = new Manifest(
                new VenueId("kraken"),
                new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.WHILE_OPEN),
                new Manifest.Proof(Optional.empty(), Duration.ofSeconds(30), "cancelled"),
                new Manifest.Orders(Set.of(), true, true, false, Manifest.Amend.CANCEL_REPLACE));
        return new DeskLoop(
                new DeskCore(new Setup(
                        new Breakable(),
                        clock,
                        List.of(manifest),
                        Limits.simulated(),
                        Consolidation.DEFAULT,
                        "abc123",
                        "test")),
                clock,
                List.of());
    }

    /** Breaks as no journal may, once it is to hold a note that says so. */
    private static final class Breakable extends ForwardingJournal {

        Breakable() {
            super(new MemoryJournal(new SimulatedDisk(new Random(1))));
        }

        @Override
        public void append(List<Entry> batch) {
            if (batch.stream()
                    .anyMatch(entry -> new String(entry.payload(), StandardCharsets.UTF_8).contains("break"))) {
                throw new IllegalStateException("a bug, on purpose");
            }
            super.append(batch);
        }
    }

    private CompletableFuture<Answer> note(String text) {
        return desk.ask(new Command.Note(text, TRADER));
    }

    private static String code(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS) instanceof Answer.Refused refused ? refused.code() : "";
    }

    @Test
    void closingAnswersWhoStillWaits() throws Exception {
        desk.start();
        var waiting = desk.ask(new Command.AwaitReady(List.of(), LONG));
        assertThat(note("hello").get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Noted.class);
        desk.close();

        assertThat(code(waiting)).isEqualTo("DESK_STOPPED");
    }

    @Test
    void afterTheEndEverybodyIsToldAtOnce() throws Exception {
        desk.start();
        desk.close();

        assertThat(code(note("late"))).isEqualTo("DESK_STOPPED");
        assertThat(desk.look().get(10, TimeUnit.SECONDS).seq()).isPositive();
    }

    @Test
    void aDeskThatBreaksAnswersWhoWaitsAndWhoBrokeIt() throws Exception {
        desk.start();
        var waiting = desk.ask(new Command.AwaitReady(List.of(), LONG));
        var breaking = note("break");
        var looking = desk.look();

        assertThat(code(breaking)).isEqualTo("DESK_STOPPED");
        assertThat(code(waiting)).isEqualTo("DESK_STOPPED");
        assertThat(looking.get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(code(note("after"))).isEqualTo("DESK_STOPPED");
        desk.close();
    }
}
