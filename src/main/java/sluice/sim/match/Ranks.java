package sluice.sim.match;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.market.Side;

/** The levels of one side, sorted so that the best is at the end, where levels come and go most. */
final class Ranks {

    private final Side side;
    private Level[] levels = new Level[256];
    private int size;

    Ranks(Side side) {
        this.side = side;
    }

    int size() {
        return size;
    }

    /** The n-th best level, from 0. */
    Level at(int depth) {
        return levels[size - 1 - depth];
    }

    @Nullable
    Level best() {
        return size == 0 ? null : levels[size - 1];
    }

    Optional<Level> find(long ticks) {
        var at = search(rank(ticks));
        return at >= 0 ? Optional.of(levels[at]) : Optional.empty();
    }

    /** How many levels are better than the price. */
    int betterThan(long ticks) {
        var at = search(rank(ticks));
        return at >= 0 ? size - 1 - at : size - (-at - 1);
    }

    void add(Level level) {
        var at = -search(level.rank()) - 1;
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, size * 2);
        }
        System.arraycopy(levels, at, levels, at + 1, size - at);
        levels[at] = level;
        size++;
    }

    void remove(Level level) {
        var at = search(level.rank());
        System.arraycopy(levels, at + 1, levels, at, size - at - 1);
        size--;
    }

    private long rank(long ticks) {
        return side == Side.BUY ? ticks : -ticks;
    }

    /** A whole book is laid from the best level to the worst, so an end is looked at first. */
    private int search(long rank) {
        if (size == 0 || rank < levels[0].rank()) {
            return -1;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            long there = levels[mid].rank();
            if (there < rank) {
                low = mid + 1;
            } else if (there > rank) {
                high = mid - 1;
            } else {
                return mid;
            }
        }
        return -low - 1;
    }
}
