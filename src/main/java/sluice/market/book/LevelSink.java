package sluice.market.book;

import java.util.Arrays;

/**
 * The levels of one side of one message, in the order they came: absolute quantities, 0 deletes. Confined to one
 * thread.
 */
public final class LevelSink {

    private static final int USUAL = 64;

    private long[] pxs = new long[USUAL];
    private long[] qtys = new long[USUAL];
    private int size;

    LevelSink() {}

    public void add(long px, long qty) {
        if (size == pxs.length) {
            grow();
        }
        pxs[size] = px;
        qtys[size] = qty;
        size++;
    }

    public int size() {
        return size;
    }

    public long px(int index) {
        return pxs[index];
    }

    public long qty(int index) {
        return qtys[index];
    }

    void clear() {
        size = 0;
    }

    /** Whether every value could be multiplied; when not, some already are. */
    boolean multiplyPxs(long factor) {
        return Scale.multiply(pxs, size, factor);
    }

    boolean multiplyQtys(long factor) {
        return Scale.multiply(qtys, size, factor);
    }

    private void grow() {
        pxs = Arrays.copyOf(pxs, 2 * size);
        qtys = Arrays.copyOf(qtys, 2 * size);
    }
}
