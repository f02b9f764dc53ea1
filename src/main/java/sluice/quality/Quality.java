package sluice.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.order.ParentId;

/**
 * The figures of what is journaled. Immutable.
 *
 * @param seq the last event they hold
 * @param rows what was asked to be told apart, in order of the names
 * @param total of everything, a row each quote
 * @param latencies by venue and step
 * @param trouble why there are none; empty where all is well
 */
public record Quality(
        long seq,
        Question question,
        List<Row> rows,
        List<Row> total,
        List<LatencyFigures> latencies,
        Parents parents,
        String trouble) {

    public static final Quality NONE = without("");

    /** No figures, and why. */
    public static Quality without(String trouble) {
        return new Quality(0, Question.ALL, List.of(), List.of(), List.of(), new Parents(List.of(), 0), trouble);
    }

    public Quality {
        rows = List.copyOf(rows);
        total = List.copyOf(total);
        latencies = List.copyOf(latencies);
    }

    /**
     * What is to be told.
     *
     * @param since only of parents that began then or later; of those long ago, by the whole hour
     * @param by what rows have in common
     * @param last so many parents
     */
    public record Question(Optional<Instant> since, List<By> by, Optional<ParentId> parent, int last) {

        public static final Question ALL =
                new Question(Optional.empty(), List.of(By.VENUE, By.TYPE), Optional.empty(), 20);

        public Question {
            by = List.copyOf(by);
        }
    }

    /** Children that have {@code group} in common, a name for each thing that is told apart, in one quote. */
    public record Row(List<String> group, String quote, Tally tally) {

        public Row {
            group = List.copyOf(group);
        }
    }

    /** The newest parents, oldest first, and how many more there are that only count in the rows. */
    public record Parents(List<ParentFigures> newest, long older) {

        public Parents {
            newest = List.copyOf(newest);
        }
    }
}
