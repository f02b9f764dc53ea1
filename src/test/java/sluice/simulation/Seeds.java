package sluice.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Many runs, and what came of them all. Immutable. */
record Seeds(List<Failure> failures, Map<String, Long> counts) {

    /** A seed whose run broke a rule. */
    record Failure(long seed, Findings.Broken broken, List<String> story) {

        @Override
        public String toString() {
            return "seed " + seed + ": " + broken.invariant() + ": " + broken.what()
                    + "\nrun it again with -Dsluice.seed=" + seed + "; it ended so:\n" + String.join("\n", story);
        }
    }

    private static final int TOLD = 3;

    /** Those of {@code -Dsluice.seed=S}, or the cast's share of {@code -Dsluice.seeds=N} or of so many. */
    static Seeds run(int usually, Plan plan) {
        var one = Long.getLong("sluice.seed");
        var seeds = one != null
                ? LongStream.of(one)
                : LongStream.rangeClosed(1, plan.cast().share(Integer.getInteger("sluice.seeds", usually)));
        var sum = new Sum(plan, one != null);
        seeds.parallel().forEach(sum::run);
        return sum.seeds();
    }

    /** Adds up runs that come from several threads, and keeps nothing of those in which all went well. */
    private static final class Sum {

        private final Plan plan;
        private final boolean tells;
        private final Map<String, Long> counts = new TreeMap<>();
        private final List<Failure> failures = new ArrayList<>();

        Sum(Plan plan, boolean tells) {
            this.plan = plan;
            this.tells = tells;
        }

        void run(long seed) {
            var outcome = Simulation.run(seed, plan, tells);
            if (tells) {
                outcome.story().forEach(System.out::println);
            }
            add(seed, outcome);
        }

        private synchronized void add(long seed, Simulation.Outcome outcome) {
            counts.merge("seeds", 1L, Long::sum);
            outcome.counts().forEach((what, times) -> counts.merge(what, (long) times, Long::sum));
            outcome.broken()
                    .ifPresent(broken ->
                            failures.add(new Failure(seed, broken, story(seed, plan, failures.size() < TOLD))));
        }

        synchronized Seeds seeds() {
            failures.sort(Comparator.comparingLong(Failure::seed));
            return new Seeds(List.copyOf(failures), counts);
        }
    }

    /** A run that failed is run again to be told. */
    private static List<String> story(long seed, Plan plan, boolean told) {
        return told ? Simulation.run(seed, plan, true).story() : List.of();
    }

    List<Failure> of(String invariant) {
        return failures.stream()
                .filter(failure -> failure.broken().invariant().equals(invariant))
                .toList();
    }
}
