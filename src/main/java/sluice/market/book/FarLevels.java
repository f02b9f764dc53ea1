package sluice.market.book;

import java.util.Arrays;

/**
 * The levels of one side that lie beyond its window: keys from the worst to the best, so that what moves between the
 * two moves at the end of the arrays. Written by the book's keeper alone.
 */
final class FarLevels {

    private static final int USUAL = 64;

    private long[] keys = new long[USUAL];
    private long[] qtys = new long[USUAL];
    private int size;

    int size() {
        return size;
    }

    /** The key nearest to the touch; there must be one. */
    long bestKey() {
        return keys[size - 1];
    }

    long bestQty() {
        return qtys[size - 1];
    }

    void removeBest() {
        size--;
    }

    void clear() {
        size = 0;
    }

    /** Adds a level that is better than all here. */
    void push(long key, long qty) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        qtys[size] = qty;
        size++;
    }

    void set(long key, long qty) {
        int at = search(key);
        if (at < size && keys[at] == key) {
            if (qty == 0) {
                remove(at);
            } else {
                qtys[at] = qty;
            }
        } else if (qty != 0) {
            insert(at, key, qty);
        }
    }

    /** Appends at most as many levels as there is room for, best first; a reader may call it while they change. */
    int copy(long[] intoKeys, long[] intoQtys, int from) {
        var someKeys = keys;
        var someQtys = qtys;
        int n = from;
        for (int i = Math.min(size, Math.min(someKeys.length, someQtys.length)) - 1;
                i >= 0 && n < intoKeys.length;
                i--) {
            intoKeys[n] = someKeys[i];
            intoQtys[n] = someQtys[i];
            n++;
        }
        return n;
    }

    /** The first index whose key is no worse than this one; the halves shrink without a branch to guess. */
    private int search(long key) {
        int low = 0;
        int left = size;
        while (left > 0) {
            int half = left >>> 1;
            int middle = low + half;
            boolean worse = keys[middle] > key;
            low = worse ? middle + 1 : low;
            left = worse ? left - half - 1 : half;
        }
        return low;
    }

    private void insert(int at, long key, long qty) {
        if (size == keys.length) {
            grow();
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(qtys, at, qtys, at + 1, size - at);
        keys[at] = key;
        qtys[at] = qty;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(keys, at + 1, keys, at, size - at - 1);
        System.arraycopy(qtys, at + 1, qtys, at, size - at - 1);
        size--;
    }

    private void grow() {
        int room = size + (size >> 1);
        keys = Arrays.copyOf(keys, room);
        qtys = Arrays.copyOf(qtys, room);
    }
}
