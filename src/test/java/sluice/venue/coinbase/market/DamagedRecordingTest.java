package sluice.venue.coinbase.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sluice.net.feed.replay.ReplayReport;
import sluice.venue.coinbase.market.Recording.Line;

/** One thing wrong with a recording: the report says so, or the books are right. Never a wrong book in silence. */
class DamagedRecordingTest {

    @Property(tries = 400)
    void aWrongBookIsNeverReportedAsWhole(@ForAll long seed) {
        var random = new Random(seed);
        var recording = new FrameDice(seed).recording(30);
        var right = recording.replay();
        var damaged = damage(recording, random).replay();
        for (var report : damaged) {
            var same = right.stream()
                    .filter(other -> other.instrument().equals(report.instrument()))
                    .findFirst()
                    .orElseThrow();
            if (report.isIntact()) {
                assertThat(report.end()).isEqualTo(same.end());
            } else {
                assertThat(isTold(report)).as("%s", report.tally()).isTrue();
            }
        }
    }

    private static boolean isTold(ReplayReport report) {
        return report.tally().gaps() + report.tally().malformed() > 0
                || report.tally().applied() == 0;
    }

    @Test
    void aSkippedMessageOfAnyChannelCostsAllBooksUntilTheirSnapshots() {
        var dice = new FrameDice(3);
        var recording = dice.recording(10);
        var lost = Line.recv(dice.heartbeat());
        var after = Line.recv(dice.updates());
        assertThat(lost).isNotEqualTo(after);

        var broken = recording.inserting(recording.lines().size(), after);
        assertThat(broken.replay()).allSatisfy(report -> {
            assertThat(report.tally().gaps()).isEqualTo(1);
            assertThat(report.isIntact()).isFalse();
        });
        var mended = broken.inserting(broken.lines().size(), Line.recv(dice.restated(0)));
        assertThat(mended.replay()).extracting(ReplayReport::isIntact).containsExactly(true, false);
        assertThat(mended.replay().get(0).tally().resyncs()).isEqualTo(1);
    }

    @Test
    void aConnectionThatOpensAgainLosesItsBooksAndCountsAnew() {
        var recording = new FrameDice(3).recording(10);
        var again = recording.inserting(13, new Line("connect", "ws", "wss://x", ""));
        assertThat(again.replay()).noneMatch(ReplayReport::isIntact);

        var restarted = again.inserting(14, Line.recv(new FrameDice(4).restated(0)));
        assertThat(restarted.replay()).extracting(ReplayReport::isIntact).containsExactly(true, false);
    }

    private static Recording damage(Recording recording, Random random) {
        int at = random.nextInt(recording.lines().size() - 1);
        var line = recording.lines().get(at);
        var data = line.data();
        return switch (random.nextInt(4)) {
            case 0 -> recording.without(at);
            case 1 -> recording.inserting(random.nextInt(recording.lines().size()), line);
            case 2 -> recording.swapping(at);
            default -> recording.with(at, Line.recv(data.substring(0, random.nextInt(data.length()))));
        };
    }
}
