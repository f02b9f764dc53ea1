package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sluice.app.desk.journal.CountedJournal;
import sluice.journal.Entry;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.Stamp;

class ReplayProgressTest {

    private final List<String> lines = new ArrayList<>();
    private final CountedJournal journal = new CountedJournal(new MemoryJournal(new SimulatedDisk(new Random(1))));

    ReplayProgressTest() {
        journal.append(LongStream.rangeClosed(1, 2_000)
                .mapToObj(ReplayProgressTest::entry)
                .toList());
    }

    private static Entry entry(long seq) {
        return new Entry(seq, new Stamp(Instant.EPOCH, seq), "desk.noted", Entry.Refs.NONE, new byte[] {'{', '}'});
    }

    @Test
    void aLogIsToldOnceHowFarItIs() {
        try (var progress = new ReplayProgress(journal::replayed, 2_000, false, lines::add)) {
            journal.replay(500, entry -> {
                if (entry.seq() == 1_030) {
                    progress.show();
                }
            });
        }
        assertThat(lines).containsExactly("Replaying the journal: 1,024 of 2,000 events (51 %)");
    }

    @Test
    void aTerminalsLineGoesOnToTheEnd() {
        try (var progress = new ReplayProgress(journal::replayed, 2_000, true, lines::add)) {
            progress.show();
            journal.replay(0, entry -> {});
        }
        assertThat(lines)
                .containsExactly(
                        "Replaying the journal: 0 of 2,000 events (0 %)",
                        "\u001b[1A\u001b[2KReplaying the journal: 2,000 of 2,000 events (100 %)");
    }

    @Test
    void aReplayThatIsOverIsNotToldOf() {
        try (var progress = new ReplayProgress(journal::replayed, 0, true, lines::add)) {
            progress.show();
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void aReplayOfAMomentSaysNothing() {
        try (var progress = new ReplayProgress(journal::replayed, 2_000, true, lines::add)) {
            progress.start();
            journal.replay(0, entry -> {});
        }
        assertThat(lines).isEmpty();
    }
}
