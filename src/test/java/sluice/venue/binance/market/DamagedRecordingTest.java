package sluice.venue.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sluice.net.feed.replay.ReplayReport;

/** One thing wrong with a recording: the report says so, or the book is right. Never a wrong book in silence. */
class DamagedRecordingTest {

    @Property(tries = 400)
    void aWrongBookIsNeverReportedAsWhole(@ForAll long seed) {
        var random = new Random(seed);
        var recording = new DepthDice(seed, "BTCUSDT").recording(random.nextInt(5), 30);
        var right = only(recording).end().sha256();
        var damaged = only(damage(recording, random));
        if (damaged.isIntact()) {
            assertThat(damaged.end().sha256()).isEqualTo(right);
        } else {
            var tally = damaged.tally();
            assertThat(tally.gaps() + tally.malformed() > 0 || tally.applied() == 0)
                    .as("%s", tally)
                    .isTrue();
        }
    }

    @Test
    void aDroppedFrameIsAGapThatTheNextSnapshotRepairs() {
        var dice = new DepthDice(3, "BTCUSDT");
        var recording = dice.recording(2, 20).without(12);
        var broken = only(recording);
        assertThat(broken.tally().gaps()).isEqualTo(1);
        assertThat(broken.isIntact()).isFalse();
        assertThat(broken.end().sha256()).isEmpty();

        var mended = only(recording.inserting(22, dice.http(dice.snapshot())).inserting(23, dice.recv(dice.frame())));
        assertThat(mended.tally().gaps()).isEqualTo(1);
        assertThat(mended.tally().resyncs()).isEqualTo(1);
        assertThat(mended.isIntact()).isTrue();
    }

    @Test
    void aConnectionThatOpensAgainLosesItsBooks() {
        var dice = new DepthDice(3, "BTCUSDT");
        var recording = dice.recording(2, 20);
        var again = only(recording.inserting(23, new Recording.Line("connect", "ws", "wss://x/stream", "")));
        assertThat(again.isIntact()).isFalse();
    }

    @Test
    void theRealRecordingWithAFrameDroppedDoubledOrSwappedIsNotWrong() throws IOException {
        var real = Recording.of(SharedData.file("captures/binance-spot/BTCUSDT_2024-08-08.jsonl.gz"))
                .onlyDepth()
                .first(400);
        var right = only(real).end().sha256();
        assertThat(right).isPresent();

        var dropped = only(real.without(200));
        assertThat(dropped.tally().gaps()).isEqualTo(1);
        assertThat(dropped.end().sha256()).isEmpty();

        var doubled = only(real.inserting(200, real.lines().get(199)));
        assertThat(doubled.tally().gaps()).isZero();
        assertThat(doubled.tally().stale()).isPositive();
        assertThat(doubled.end().sha256()).isEqualTo(right);

        var swapped = only(real.swapping(200));
        assertThat(swapped.tally().gaps()).isEqualTo(1);
        assertThat(swapped.end().sha256()).isEqualTo(Optional.empty());
    }

    private static Recording damage(Recording recording, Random random) {
        int at = random.nextInt(recording.lines().size() - 1);
        var line = recording.lines().get(at);
        var data = line.data();
        return switch (random.nextInt(4)) {
            case 0 -> recording.without(at);
            case 1 -> recording.inserting(random.nextInt(recording.lines().size()), line);
            case 2 -> recording.swapping(at);
            default ->
                recording.with(
                        at,
                        new Recording.Line(
                                line.dir(), line.conn(), line.url(), data.substring(0, random.nextInt(data.length()))));
        };
    }

    private static ReplayReport only(Recording recording) {
        var reports = recording.replay();
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }
}
