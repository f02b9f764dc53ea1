package sluice.simulation;

import java.util.ArrayList;
import java.util.List;

/** Whether a process runs: while it is suspended nothing is heard or done, and all of that once it goes on. */
final class Sleep {

    private final List<Runnable> missed = new ArrayList<>();
    private boolean asleep;

    /** Does it now, or as soon as the process goes on. */
    void run(Runnable task) {
        if (asleep) {
            missed.add(task);
        } else {
            task.run();
        }
    }

    void begin() {
        asleep = true;
    }

    void end() {
        asleep = false;
        var due = List.copyOf(missed);
        missed.clear();
        due.forEach(this::run);
    }
}
