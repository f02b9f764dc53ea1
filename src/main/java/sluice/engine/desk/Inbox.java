package sluice.engine.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sluice.engine.turn.Input;

/** What waits for the desk thread, oldest first; nothing is ever dropped. Safe for any thread. */
final class Inbox {

    private static final int BATCH = 1_024;

    private final LinkedBlockingQueue<Input> queue = new LinkedBlockingQueue<>();

    void put(Input input) {
        queue.add(input);
    }

    int depth() {
        return queue.size();
    }

    /** The next batch; empty when nothing came for so long. */
    List<Input> take(OptionalLong patienceNanos) throws InterruptedException {
        var first = patienceNanos.isPresent()
                ? queue.poll(Math.max(0, patienceNanos.getAsLong()), TimeUnit.NANOSECONDS)
                : queue.take();
        if (first == null) {
            return List.of();
        }
        var batch = new ArrayList<Input>();
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        return batch;
    }

    /** Everything that is left. */
    List<Input> drain() {
        var rest = new ArrayList<Input>();
        queue.drainTo(rest);
        return rest;
    }
}
