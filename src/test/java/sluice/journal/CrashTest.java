package sluice.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.journal.Sample.note;
import static sluice.journal.Sample.notes;
import static sluice.journal.Sample.replayed;
import static sluice.journal.Sample.said;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a journal holds after the power went, on a disk that tears writes, runs full and fails to sync. */
class CrashTest {

    private static final SimulatedDisk.Odds BAD = new SimulatedDisk.Odds(0.1, 0.1);

    /** A life of a journal: what it said it keeps, and the batch it could not vouch for. */
    private static final class Life {

        private final SplittableRandom dice;
        private final SimulatedDisk disk;
        private final List<Entry> acknowledged = new ArrayList<>();
        private List<Entry> unsure = List.of();
        private long checkpointed;
        private MemoryJournal journal;

        Life(long seed) {
            dice = new SplittableRandom(seed);
            disk = new SimulatedDisk(dice);
            journal = new MemoryJournal(disk);
            disk.odds(BAD);
        }

        void append() {
            var batch = notes(acknowledged.size() + 1, acknowledged.size() + 1 + dice.nextInt(4));
            try {
                journal.append(batch);
                acknowledged.addAll(batch);
                unsure = List.of();
            } catch (UnableToAppendException e) {
                unsure = batch;
            }
        }

        void save() {
            try {
                journal.save(new Checkpoint(acknowledged.size(), "state".getBytes(StandardCharsets.UTF_8)));
                checkpointed = acknowledged.size();
                unsure = List.of();
            } catch (UnableToAppendException e) {
                unsure = List.of();
            }
        }

        void crash() {
            disk.crash();
            journal = new MemoryJournal(disk);
        }

        /** What is there must be all that was acknowledged, and after it nothing or all of the batch in doubt. */
        void check() {
            var found = said(replayed(journal, 0));
            var least = said(acknowledged);
            var most = new ArrayList<>(least);
            most.addAll(said(unsure));
            assertThat(found).isIn(least, most);
            assertThat(journal.head().seq()).isEqualTo(found.size());
            assertThat(journal.checkpoint().map(Checkpoint::seq).orElse(0L)).isGreaterThanOrEqualTo(checkpointed);
            acknowledged.clear();
            acknowledged.addAll(replayed(journal, 0));
            unsure = List.of();
        }
    }

    @Property(tries = 500)
    void everyAcknowledgedBatchSurvivesWhole(@ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        var life = new Life(seed);
        for (var i = 0; i < steps; i++) {
            var step = life.dice.nextInt(10);
            if (step == 0) {
                life.crash();
                life.check();
            } else if (step == 1) {
                life.save();
            } else {
                life.append();
            }
        }
        life.crash();
        life.check();
    }

    @Test
    void aBatchThatFailedMayStillBeThereAfterACrash() {
        var outcomes = new ArrayList<Long>();
        for (var seed = 0; seed < 300; seed++) {
            var disk = new SimulatedDisk(new SplittableRandom(seed));
            var journal = new MemoryJournal(disk);
            journal.append(List.of(note(1)));
            disk.odds(new SimulatedDisk.Odds(0, 1));
            attempt(journal);
            disk.crash();
            outcomes.add(new MemoryJournal(disk).head().seq());
        }
        assertThat(outcomes).containsOnly(1L, 3L).contains(1L, 3L);
    }

    private static void attempt(MemoryJournal journal) {
        try {
            journal.append(notes(2, 3));
            throw new AssertionError("The sync failed, so the append should have.");
        } catch (UnableToAppendException e) {
            assertThat(journal.head().seq()).isEqualTo(1);
        }
    }
}
