package sluice.net.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Use of a limit that holds for every stretch of its window's length. Confined to its throttle.
 *
 * <p>What the venue sees in one window left here within that window and the time a request may be on the way. Goes by
 * the monotonic clock.
 */
final class SlidingUsage implements Usage {

    private record Spent(int cost, long at) {}

    private final long span;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int sum;

    SlidingUsage(Duration window, long slack) {
        this.span = window.toNanos() + slack;
    }

    @Override
    public long whenFits(int cost, int capacity, long at) {
        forget(at);
        int left = sum;
        long when = at;
        for (var old : spent) {
            if (left + cost <= capacity) {
                return when;
            }
            left -= old.cost();
            when = old.at() + span;
        }
        return when;
    }

    @Override
    public void add(int cost, long at) {
        if (cost > 0) {
            spent.add(new Spent(cost, at));
            sum += cost;
        }
    }

    @Override
    public void observe(int count, long sent, long heard) {
        add(count - used(heard), heard);
    }

    @Override
    public int used(long at) {
        forget(at);
        return sum;
    }

    private void forget(long at) {
        while (!spent.isEmpty() && spent.peekFirst().at() + span <= at) {
            sum -= spent.removeFirst().cost();
        }
    }
}
