package sluice.app.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a desk does, step by step, from some moment on: each is told by name and number, and at one of them the process
 * is gone, without a hook run or a buffer flushed. Safe for any thread.
 */
public final class Steps {

    /** As a shell shows a {@code kill -9}. */
    public static final int KILLED = 137;

    private final String last;
    private final Consumer<String> told;
    private final Map<String, Integer> passed = new HashMap<>();
    private boolean counting;

    /** @param last where the process ends; empty for nowhere */
    public Steps(String last, Consumer<String> told) {
        this.last = last;
        this.told = told;
    }

    public synchronized void begin() {
        counting = true;
    }

    void pass(String what) {
        pass(List.of(what));
    }

    /** One step that goes by several names; the first is told. */
    synchronized void pass(List<String> names) {
        if (!counting) {
            return;
        }
        var numbered = names.stream()
                .map(name -> name + "#" + passed.merge(name, 1, Integer::sum))
                .toList();
        numbered.stream().limit(1).forEach(told);
        if (numbered.contains(last)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
