package sluice.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Deaths at steps of operations at one venue, one after the other; the desk after each must find what the venue has.
 */
final class CrashMatrix {

    private static final int DRY_RUNS = 2;
    private static final int TRIES = 4;

    private final CrashChain chain;
    private final Consumer<String> log;
    private final List<String> broken = new ArrayList<>();
    private Optional<String> unchecked = Optional.empty();
    private int cells;
    private int died;

    /** @param log told of each cell */
    CrashMatrix(CrashChain chain, Consumer<String> log) {
        this.chain = chain;
        this.log = log;
    }

    /** The steps that an operation comes by, in one of two runs of it without a death. */
    List<String> steps(CrashOperation operation) {
        var steps = new LinkedHashSet<String>();
        for (var run = 0; run < DRY_RUNS; run++) {
            steps.addAll(toItsEnd(operation));
        }
        log.accept("%s %s: %d steps".formatted(chain.venue(), operation, steps.size()));
        return List.copyOf(steps);
    }

    private List<String> toItsEnd(CrashOperation operation) {
        operation.prepare(this);
        try (var life = start("", operation.isFromStart())) {
            operation.run(chain, life);
            var steps = life.steps();
            unchecked = Optional.of(operation + " to its end");
            return steps.stream().filter(operation::has).toList();
        }
    }

    /** A death there; where threads met in another order and the step did not come, the operation is run again. */
    void cell(CrashOperation operation, String step) {
        cells++;
        var isDead = dies(operation, step);
        for (var more = TRIES; more > 1 && !isDead; more--) {
            isDead = dies(operation, step);
        }
        died += isDead ? 1 : 0;
    }

    private boolean dies(CrashOperation operation, String step) {
        operation.prepare(this);
        try (var life = start(step, operation.isFromStart())) {
            operation.run(chain, life);
            var isDead = life.ask("echo alive").isEmpty();
            unchecked = Optional.of(operation + (isDead ? " " + step : " after " + step + " that did not come"));
            return isDead;
        }
    }

    CrashChain chain() {
        return chain;
    }

    /**
     * A desk that dies at that step; where it is not to die while it starts, it first says how the last one left
     * things.
     */
    CrashChain.Life start(String step, boolean fromStart) {
        if (fromStart) {
            return chain.live(step, true);
        }
        var life = chain.live(step, false);
        var death = unchecked;
        unchecked = Optional.empty();
        if (death.isPresent() && !agrees(death.get(), life)) {
            life.close();
            chain.anew();
            return start(step, false);
        }
        life.seesTheMarket();
        return life;
    }

    /** Whether this desk and the venue say the same; then what is left is cancelled. */
    private boolean agrees(String death, CrashChain.Life life) {
        var difference = difference(life);
        log.accept(chain.venue() + " " + death + (difference.isEmpty() ? ": ok" : ": BROKEN, " + difference));
        if (!difference.isEmpty()) {
            broken.add(chain.venue() + " " + death + ": " + difference);
            return false;
        }
        return life.asks(List.of("cancel --all"));
    }

    private static String difference(CrashChain.Life life) {
        try {
            return life.differs();
        } catch (AssertionError gone) {
            return String.valueOf(gone.getMessage());
        }
    }

    /** Looks at what the last death left. */
    void finish() {
        start("", false).close();
    }

    int died() {
        return died;
    }

    /** Cells whose step none of the tries came by. */
    int missed() {
        return cells - died;
    }

    int cells() {
        return cells;
    }

    /** What did not come out as it should, in words. */
    List<String> broken() {
        return broken;
    }
}
