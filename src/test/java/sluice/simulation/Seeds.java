package sluice.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Many runs, and what came of them all. Immutable. */
record Seeds(List<Failure> failures, Map<String, Integer> counts) {

    /** A seed whose run broke a rule. */
    record Failure(long seed, Findings.Broken broken, List<String> story) {

        @Override
        public String toString() {
            return "seed " + seed + ": " + broken.invariant() + ": " + broken.what()
                    + "\nrun it again with -Dsluice.seed=" + seed + "; it ended so:\n" + String.join("\n", story);
        }
    }

    private static final int TOLD = 3;

    /** Those of {@code -Dsluice.seed=S}, of {@code -Dsluice.seeds=N}, or so many. */
    static Seeds run(int usually, Plan plan) {
        var one = Long.getLong("sluice.seed");
        var seeds = one != null
                ? LongStream.of(one)
                : LongStream.rangeClosed(1, Integer.getInteger("sluice.seeds", usually));
        var outcomes = seeds.parallel()
                .mapToObj(seed -> Map.entry(seed, Simulation.run(seed, plan)))
                .toList();
        var counts = new TreeMap<String, Integer>();
        var failures = new ArrayList<Failure>();
        for (var entry : outcomes) {
            entry.getValue().counts().forEach((what, times) -> counts.merge(what, times, Integer::sum));
            entry.getValue()
                    .broken()
                    .ifPresent(broken -> failures.add(
                            new Failure(entry.getKey(), broken, story(entry.getKey(), plan, failures.size() < TOLD))));
        }
        return new Seeds(List.copyOf(failures), counts);
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
