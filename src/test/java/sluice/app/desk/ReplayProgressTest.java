package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sluice.app.WallClock;
import sluice.app.desk.journal.CountedJournal;
import sluice.journal.Entry;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.Clock;
import sluice.market.Stamp;
import sluice.report.Look;
import sluice.report.Printer;

class ReplayProgressTest {

    private final StringWriter said = new StringWriter();
    private long nanos;
    private final CountedJournal journal =
            new CountedJournal(new MemoryJournal(new SimulatedDisk(new Random(1))), new WallClock());

    ReplayProgressTest() {
        journal.append(LongStream.rangeClosed(1, 2_000)
                .mapToObj(ReplayProgressTest::entry)
                .toList());
    }

    private Printer printer(boolean moves) {
        var out = new PrintWriter(said);
        return new Printer(out, out, Printer.Format.TEXT, new Look(false, ZoneOffset.UTC).moving(moves));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public long nanos() {
                return nanos;
            }
        };
    }

    private static Entry entry(long seq) {
        return new Entry(seq, new Stamp(Instant.EPOCH, seq), "desk.noted", Entry.Refs.NONE, new byte[] {'{', '}'});
    }

    @Test
    void aLogIsToldOnceHowFarItIs() {
        try (var progress = new ReplayProgress(journal::replayed, 2_000, printer(false), clock())) {
            journal.replay(500, entry -> {
                if (entry.seq() == 1_030) {
                    progress.show();
                }
            });
        }
        assertThat(said).hasToString("Replaying the journal: 1,024 of 2,000 events (51 %)\n");
    }

    @Test
    void aTerminalsLineGoesOnAndIsGoneAtTheEnd() {
        try (var progress = new ReplayProgress(journal::replayed, 2_000, printer(true), clock())) {
            progress.show();
            assertThat(said.toString()).isEmpty();
            journal.replay(500, entry -> {});
            nanos = 2_000_000_000;
            progress.show();
        }
        assertThat(said)
                .hasToString(
                        "\r\u001b[KReplaying the journal [########################] 100 %, 2,000 of 2,000 events, 2 s"
                                + "\r\u001b[K");
    }

    @Test
    void aLogIsToldNothingOfAReplayThatIsOver() {
        try (var progress = new ReplayProgress(journal::replayed, 0, printer(false), clock())) {
            progress.show();
        }
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aReplayOfAMomentSaysNothing() {
        try (var progress = new ReplayProgress(journal::replayed, 2_000, printer(true), clock())) {
            progress.start();
            journal.replay(0, entry -> {});
        }
        assertThat(said.toString()).isEmpty();
    }
}
