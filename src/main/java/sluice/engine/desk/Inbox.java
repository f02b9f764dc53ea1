package sluice.engine.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sluice.engine.turn.Input;
import sluice.market.Place;
import sluice.venue.VenueEvent;

/**
 * What waits for the desk thread, oldest first. Safe for any thread.
 *
 * <p>Of prints and marks only the latest of each market is kept, and none wakes the desk: they are there before
 * whatever next does. Nothing else is ever dropped.
 */
final class Inbox {

    private static final int BATCH = 1_024;

    private final LinkedBlockingQueue<Input> queue = new LinkedBlockingQueue<>();

    /** By the market and what is told of it. */
    private final Map<Object, Input> latest = new ConcurrentHashMap<>();

    /** The desk thread's own. */
    private boolean quiet;

    private record PrintOf(Place place) {}

    private record MarkOf(Place place) {}

    void put(Input input) {
        queue.add(input);
    }

    void put(VenueEvent event) {
        var input = new Input.News(event);
        if (event instanceof VenueEvent.Printed printed) {
            var trade = printed.trade();
            latest.put(new PrintOf(new Place(trade.venue(), trade.symbol())), input);
        } else if (event instanceof VenueEvent.Marked marked) {
            latest.put(new MarkOf(new Place(marked.venue(), marked.symbol())), input);
        } else {
            queue.add(input);
        }
    }

    /** How many wait, those not counted that a later one may still replace. */
    int depth() {
        return queue.size();
    }

    /** The next batch; empty when nothing came for so long. */
    List<Input> take(OptionalLong patienceNanos) throws InterruptedException {
        var first = patienceNanos.isPresent()
                ? queue.poll(Math.max(0, patienceNanos.getAsLong()), TimeUnit.NANOSECONDS)
                : queue.take();
        quiet = first == null;
        var batch = new ArrayList<Input>();
        latest.keySet().forEach(key -> Optional.ofNullable(latest.remove(key)).ifPresent(batch::add));
        if (first == null) {
            return batch;
        }
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        return batch;
    }

    /** Whether nothing came that the desk has to wake for, the last time it took. */
    boolean wasQuiet() {
        return quiet;
    }

    /** Everything that is left. */
    List<Input> drain() {
        var rest = new ArrayList<Input>();
        queue.drainTo(rest);
        return rest;
    }
}
