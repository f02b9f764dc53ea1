package sluice.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import sluice.simulation.invariant.Verdict;

/**
 * What a run has come to: the first invariant that broke, how often each fault happened, and, when asked for, its last
 * events. Confined to one thread.
 */
final class Findings implements Verdict {

    private static final int TOLD = Integer.getInteger("sluice.story", 400);

    private final VirtualTime time;
    private final boolean tells;
    private final Deque<String> story = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> forgiven = new TreeSet<>();
    private Optional<Broken> broken = Optional.empty();

    /** A rule that did not hold. */
    record Broken(String invariant, String what) {}

    Findings(VirtualTime time, boolean tells) {
        this.time = time;
        this.tells = tells;
    }

    @Override
    public void broken(String invariant, String what) {
        if (forgiven.contains(invariant)) {
            return;
        }
        names.add(invariant);
        if (broken.isEmpty()) {
            broken = Optional.of(new Broken(invariant, what));
            tell(() -> "BROKEN " + invariant + ": " + what);
        }
    }

    /** A rule that a test's own doing breaks. */
    void forgive(String invariant) {
        forgiven.add(invariant);
    }

    /** All rules that did not hold in the step that broke the first. */
    Set<String> names() {
        return names;
    }

    Optional<Broken> broken() {
        return broken;
    }

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    Map<String, Integer> counts() {
        return counts;
    }

    void tell(Supplier<String> line) {
        if (!tells) {
            return;
        }
        if (story.size() == TOLD) {
            story.removeFirst();
        }
        story.addLast("%10.4f  %s".formatted(time.nanos() / 1e9, line.get()));
    }

    List<String> story() {
        return List.copyOf(story);
    }
}
