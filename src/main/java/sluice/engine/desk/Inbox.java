package sluice.engine.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sluice.engine.turn.Input;
import sluice.market.Place;
import sluice.venue.VenueEvent;

/**
 * What waits for the desk thread, oldest first. Safe for any thread; one takes.
 *
 * <p>No lock: whoever puts something in wakes the desk if it sleeps, and lets it have the processor: what the other
 * still has to do is tidying up. Neither ever waits for the other.
 *
 * <p>Of prints and marks only the latest of each market is kept, and none wakes the desk: they are there before
 * whatever next does. Nothing else is ever dropped.
 */
final class Inbox {

    private static final int BATCH = 1_024;

    private final Queue<Input> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger depth = new AtomicInteger();

    /** The desk thread while it sleeps or is about to. */
    private volatile @Nullable Thread asleep;

    /** By the market and what is told of it. */
    private final Map<Object, Input> latest = new ConcurrentHashMap<>();

    /** The desk thread's own. */
    private boolean quiet;

    private record PrintOf(Place place) {}

    private record MarkOf(Place place) {}

    void put(Input input) {
        depth.incrementAndGet();
        queue.add(input);
        var desk = asleep;
        if (desk != null) {
            LockSupport.unpark(desk);
            Thread.yield();
        }
    }

    void put(VenueEvent event) {
        var input = new Input.News(event);
        if (event instanceof VenueEvent.Printed printed) {
            var trade = printed.trade();
            latest.put(new PrintOf(new Place(trade.venue(), trade.symbol())), input);
        } else if (event instanceof VenueEvent.Marked marked) {
            latest.put(new MarkOf(new Place(marked.venue(), marked.symbol())), input);
        } else {
            put(input);
        }
    }

    /** How many wait, those not counted that a later one may still replace. */
    int depth() {
        return depth.get();
    }

    /** The next batch; empty when nothing came for so long. */
    List<Input> take(OptionalLong patienceNanos) throws InterruptedException {
        await(patienceNanos);
        quiet = queue.isEmpty();
        var batch = new ArrayList<Input>();
        latest.keySet().forEach(key -> Optional.ofNullable(latest.remove(key)).ifPresent(batch::add));
        drain(batch, BATCH);
        return batch;
    }

    /** Returns at once where something is there, and otherwise when it comes or the time is up, or sooner. */
    private void await(OptionalLong patienceNanos) throws InterruptedException {
        if (queue.isEmpty()) {
            asleep = Thread.currentThread();
            if (queue.isEmpty() && patienceNanos.isEmpty()) {
                LockSupport.park(this);
            } else if (queue.isEmpty()) {
                LockSupport.parkNanos(this, patienceNanos.getAsLong());
            }
            asleep = null;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void drain(List<Input> into, int most) {
        for (int taken = 0; taken < most; taken++) {
            var input = queue.poll();
            if (input == null) {
                return;
            }
            depth.decrementAndGet();
            into.add(input);
        }
    }

    /** Whether nothing came that the desk has to wake for, the last time it took. */
    boolean wasQuiet() {
        return quiet;
    }

    /** Everything that is left. */
    List<Input> drain() {
        var rest = new ArrayList<Input>();
        drain(rest, Integer.MAX_VALUE);
        return rest;
    }
}
