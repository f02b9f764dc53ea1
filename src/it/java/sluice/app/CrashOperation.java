package sluice.app;

import java.util.List;
import java.util.regex.Pattern;

/** What a desk is killed at, from the note on that makes its steps count. */
enum CrashOperation {
    PLACE {
        @Override
        void run(CrashChain chain, CrashChain.Life life) {
            life.asks(List.of("note begin"));
            if (life.places(buy(chain))) {
                life.asks(List.of("sleep 300ms"));
            }
        }
    },
    CANCEL {
        @Override
        void run(CrashChain chain, CrashChain.Life life) {
            if (life.places(buy(chain))) {
                life.asks(List.of("note begin", "cancel last", "wait last closed", "sleep 300ms"));
            }
        }
    },
    AMEND {
        @Override
        void run(CrashChain chain, CrashChain.Life life) {
            if (life.places(buy(chain)) && life.asks(List.of("note begin")) && life.amends(chain.px(1))) {
                life.asks(List.of("sleep 300ms"));
            }
        }
    },
    /** In two waves: what the first leaves can be had once prices have come down. */
    TAKE {
        @Override
        void run(CrashChain chain, CrashChain.Life life) {
            chain.quotes("60000");
            if (life.asks(List.of("sleep 500ms", "note begin")) && life.places(chain.buyTheBest())) {
                chain.quotes("59990");
                life.asks(List.of("wait last filled", "sleep 300ms"));
            }
        }
    },
    FILL {
        @Override
        void run(CrashChain chain, CrashChain.Life life) {
            if (life.places(buy(chain)) && life.asks(List.of("note begin"))) {
                chain.sells(chain.px(0), "0.004");
                life.asks(List.of("sleep 300ms"));
                chain.sells(chain.px(0), "0.006");
                life.asks(List.of("wait last filled", "sleep 300ms"));
            }
        }
    },
    /** An order whose reply nobody read, one that is filled in part while no desk runs, and one that is not. */
    RECONCILE {
        @Override
        void prepare(CrashMatrix matrix) {
            var chain = matrix.chain();
            try (var life = matrix.start("reply to " + chain.placement() + "#1", false)) {
                var resting = List.of(buy(chain), buy(chain));
                if (resting.stream().allMatch(life::places) && life.asks(List.of("note begin"))) {
                    life.places(buy(chain));
                }
            }
            chain.sells(chain.px(-2), "0.004");
        }

        @Override
        boolean isFromStart() {
            return true;
        }

        @Override
        boolean has(String step) {
            return !step.contains(" frame") && !step.contains(" desk.dayOpened");
        }

        @Override
        void run(CrashChain chain, CrashChain.Life life) {
            life.asks(List.of("reconcile --apply", "sleep 300ms"));
        }
    };

    /** What comes again and again for as long as it lasts, and in each run another number of times. */
    private static final Pattern LATE = Pattern.compile("(desk\\.judged|head file)#\\d\\d");

    /** What has to be before the desk starts that will be killed. */
    void prepare(CrashMatrix matrix) {
        // Nothing, for most.
    }

    /** Whether its steps count from the start of the desk on, and not from a note. */
    boolean isFromStart() {
        return false;
    }

    /** Whether a step belongs to it, and not to what a desk does all the while. */
    boolean has(String step) {
        return !step.contains(" GET ")
                && !step.contains(" account.")
                && !step.contains(" desk.dayOpened")
                && !LATE.matcher(step).find();
    }

    /** Until it is done or the desk is gone. */
    abstract void run(CrashChain chain, CrashChain.Life life);

    private static String buy(CrashChain chain) {
        return "buy 0.01 " + chain.symbol() + " --at " + chain.nextPx() + " --on " + chain.venue();
    }
}
