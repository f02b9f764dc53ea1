package sluice.app.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a desk does, step by step, from some moment on: each is told by name and number, and one of them is its last.
 * Safe for any thread.
 */
public final class Steps {

    private final String last;
    private final Consumer<String> told;
    private final Runnable end;
    private final Map<String, Integer> passed = new HashMap<>();
    private boolean counting;

    /**
     * @param last after which there is none; empty for all
     * @param end done at the last, with every other thread that comes to a step waiting; does not return
     */
    public Steps(String last, Consumer<String> told, Runnable end) {
        this.last = last;
        this.told = told;
        this.end = end;
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
            end.run();
        }
    }
}
