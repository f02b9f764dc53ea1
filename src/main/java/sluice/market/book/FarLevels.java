package sluice.market.book;

/**
 * The levels of one side that lie beyond its window, in no order: an open hash table of key and quantity side by side.
 *
 * <p>They are changed far more often than anyone asks which is the best of them. A quantity of 0 marks a free place.
 * Written by the book's keeper alone.
 */
final class FarLevels {

    private static final int SMALLEST = 64;

    /** The golden ratio in 64 bits: spreads neighbouring prices over the table. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] table = new long[2 * SMALLEST];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        table = new long[2 * SMALLEST];
        size = 0;
    }

    void set(long key, long qty) {
        var places = table;
        int at = place(places, key);
        if (places[at + 1] != 0) {
            if (qty == 0) {
                free(at);
            } else {
                places[at + 1] = qty;
            }
        } else if (qty != 0) {
            places[at] = key;
            places[at + 1] = qty;
            size++;
            if (size * 8 > places.length * 3) {
                refill(Long.MIN_VALUE, grown(places.length));
            }
        }
    }

    /** The key nearest to the touch; there must be one. */
    long bestKey() {
        long best = Long.MAX_VALUE;
        for (int at = 0; at < table.length; at += 2) {
            if (table[at + 1] != 0) {
                best = Math.min(best, table[at]);
            }
        }
        return best;
    }

    /** Hands over all levels better than this key, and forgets them. */
    void moveBelow(long key, BookSide side) {
        int before = side.size();
        for (int at = 0; at < table.length; at += 2) {
            if (table[at + 1] != 0 && table[at] < key) {
                side.arrive(table[at], table[at + 1]);
            }
        }
        if (side.size() != before) {
            refill(key, table.length);
        }
    }

    /** Appends as many levels as there is room for; a reader may call it while they change. */
    int copy(long[] keys, long[] qtys, int from) {
        var places = table;
        int n = from;
        for (int at = 0; at < places.length && n < keys.length; at += 2) {
            long qty = places[at + 1];
            if (qty != 0) {
                keys[n] = places[at];
                qtys[n] = qty;
                n++;
            }
        }
        return n;
    }

    /** What stands no worse than this key; a reader may call it while they change. */
    double depth(long worst) {
        var places = table;
        double sum = 0;
        for (int at = 0; at < places.length; at += 2) {
            sum += places[at] <= worst ? places[at + 1] : 0;
        }
        return sum;
    }

    /** A quarter more, so that never much more than a third of the table is empty. */
    private static int grown(int length) {
        return length + length / 8 * 2;
    }

    /** Where the key is, or would go. */
    private static int place(long[] places, long key) {
        int at = home(key, places.length);
        while (places[at + 1] != 0 && places[at] != key) {
            at = after(at, places.length);
        }
        return at;
    }

    /** Takes a share of the hash instead of a remainder, so that the table may have any even length. */
    private static int home(long key, int length) {
        return (int) ((key * SPREAD >>> 32) * (length >>> 1) >>> 32) << 1;
    }

    private static int after(int at, int length) {
        int next = at + 2;
        return next == length ? 0 : next;
    }

    /** How many places on from one to another, going round. */
    private static int steps(int from, int to, int length) {
        return to >= from ? to - from : to - from + length;
    }

    /** Frees a place and moves up whatever had to step aside for it. */
    private void free(int at) {
        var places = table;
        int length = places.length;
        int hole = at;
        int next = after(hole, length);
        while (places[next + 1] != 0) {
            int wanted = home(places[next], length);
            if (steps(wanted, next, length) >= steps(hole, next, length)) {
                places[hole] = places[next];
                places[hole + 1] = places[next + 1];
                hole = next;
            }
            next = after(next, length);
        }
        places[hole + 1] = 0;
        size--;
    }

    private void refill(long least, int length) {
        var old = table;
        var fresh = new long[length];
        int kept = 0;
        for (int at = 0; at < old.length; at += 2) {
            if (old[at + 1] != 0 && old[at] >= least) {
                int to = place(fresh, old[at]);
                fresh[to] = old[at];
                fresh[to + 1] = old[at + 1];
                kept++;
            }
        }
        table = fresh;
        size = kept;
    }
}
