package sluice.net.limit;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Use of a limit whose windows begin at multiples of their length on the venue's clock. Confined to its throttle.
 *
 * <p>A request counts in every window it may arrive in: it is on the way for up to {@code slack}, and the venue's clock
 * is known only so well, which is in {@code slack} too.
 */
final class AlignedUsage implements Usage {

    private final long window;
    private final long slack;
    private final NavigableMap<Long, Integer> used = new TreeMap<>();

    AlignedUsage(Duration window, long slack) {
        this.window = window.toNanos();
        this.slack = slack;
    }

    @Override
    public long whenFits(int cost, int capacity, long at) {
        for (long key = first(at); key <= last(at); key++) {
            if (used.getOrDefault(key, 0) + cost > capacity) {
                return whenFits(cost, capacity, (key + 1) * window + slack);
            }
        }
        return at;
    }

    @Override
    public void add(int cost, long at) {
        used.headMap(first(at)).clear();
        for (long key = first(at); key <= last(at); key++) {
            used.merge(key, cost, Integer::sum);
        }
    }

    /** A count taken near a boundary may be of either window, and is left alone. */
    @Override
    public void observe(int count, long sent, long heard) {
        if (first(sent) == last(heard)) {
            used.merge(first(sent), count, Math::max);
        }
    }

    @Override
    public int used(long at) {
        return used.getOrDefault(Math.floorDiv(at, window), 0);
    }

    private long first(long at) {
        return Math.floorDiv(at - slack, window);
    }

    private long last(long at) {
        return Math.floorDiv(at + slack, window);
    }
}
