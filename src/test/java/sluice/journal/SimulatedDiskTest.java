package sluice.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest {

    private final SimulatedDisk disk = new SimulatedDisk(new SplittableRandom(7));

    @Test
    void whatIsSyncedSurvives() throws IOException {
        disk.write(0, new byte[100]);
        disk.sync();
        disk.write(100, new byte[50]);
        disk.crash();
        assertThat(disk.written()).isBetween(100, 150);
        assertThat(disk.synced()).isEqualTo(disk.written());
    }

    @Test
    void aCrashTearsAnywhere() throws IOException {
        var left = new boolean[11];
        for (var i = 0; i < 500; i++) {
            var fresh = new SimulatedDisk(new SplittableRandom(i));
            fresh.write(0, new byte[10]);
            fresh.crash();
            left[fresh.written()] = true;
        }
        assertThat(left).doesNotContain(false);
    }

    @Test
    void aFullDiskKeepsAPartOfWhatDidNotFit() {
        disk.capacity(10);
        assertThatThrownBy(() -> disk.write(0, new byte[20])).isInstanceOf(IOException.class);
        assertThat(disk.written()).isLessThanOrEqualTo(10);
        assertThat(disk.synced()).isZero();
    }

    @Test
    void theSameSeedFailsTheSameWay() {
        assertThat(failures(3)).isEqualTo(failures(3)).isNotEqualTo(failures(4)).contains("full", "unsynced");
    }

    private static String failures(long seed) {
        var disk = new SimulatedDisk(new SplittableRandom(seed));
        disk.odds(new SimulatedDisk.Odds(0.2, 0.2));
        var story = new StringBuilder();
        for (var i = 0; i < 50; i++) {
            story.append(attempt(disk)).append(' ');
        }
        return story.toString();
    }

    private static String attempt(SimulatedDisk disk) {
        try {
            disk.write(disk.synced(), new byte[8]);
            disk.sync();
            return "kept";
        } catch (IOException e) {
            return e.getMessage().contains("full") ? "full" : "unsynced";
        }
    }
}
