package sluice.market.book;

import java.util.Arrays;

/**
 * One side of a book: a window of price units around the touch, addressed by price, and a rest beyond it.
 *
 * <p>A key is the scaled price, negated for bids, so that on both sides the best level has the smallest key. Nothing is
 * ever better than the window, and the rest is empty while the window is. Written by the book's keeper alone; a reader
 * that copies meanwhile gets nonsense, but gets it in bounds.
 */
final class BookSide {

    /** Price units in a window; most changes of most books fall into it, and both windows take 32 KB. */
    static final int WIDTH = 2048;

    /** Where the touch comes to lie when the window is moved: it may improve this far before the next move. */
    private static final int HEADROOM = WIDTH / 4;

    private static final int DEEPEST_TOUCH = WIDTH - HEADROOM;
    private static final int WORD = 64;

    private final long sign;
    private final long[] window = new long[WIDTH];
    private final long[] occupied = new long[WIDTH / WORD];
    private final FarLevels far = new FarLevels();
    private long base;
    private int best = WIDTH;
    private int near;

    BookSide(long sign) {
        this.sign = sign;
    }

    int size() {
        return near + far.size();
    }

    boolean isEmpty() {
        return near == 0;
    }

    /** The scaled price at the touch; there must be a level. */
    long bestPx() {
        return sign * (base + best);
    }

    void apply(LevelSink levels) {
        int size = levels.size();
        for (int i = 0; i < size; i++) {
            set(sign * levels.px(i), levels.qty(i));
        }
    }

    void load(LevelSink levels) {
        clear();
        long touch = Long.MAX_VALUE;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.qty(i) != 0) {
                touch = Math.min(touch, sign * levels.px(i));
            }
        }
        if (touch != Long.MAX_VALUE) {
            moveTo(touch);
        }
        apply(levels);
    }

    void clear() {
        Arrays.fill(window, 0);
        Arrays.fill(occupied, 0);
        far.clear();
        best = WIDTH;
        near = 0;
    }

    /** Multiplies prices and quantities; when one gets too long the side is empty and the answer false. */
    boolean rescale(long pxFactor, long qtyFactor) {
        var keys = new long[size()];
        var qtys = new long[keys.length];
        copy(keys, qtys);
        clear();
        if (!Scale.multiply(keys, keys.length, pxFactor) || !Scale.multiply(qtys, qtys.length, qtyFactor)) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            set(keys[i], qtys[i]);
        }
        return true;
    }

    /** A level of the rest that the window has reached. */
    void arrive(long key, long qty) {
        int i = (int) (key - base);
        window[i] = qty;
        inserted(i);
    }

    /** How many levels must be copied to have the best of this depth: the window's are in order, the rest is not. */
    int room(int depth) {
        return depth <= near ? depth : size();
    }

    /** Copies levels, first those of the window in order, as many as there is room for. Answers how many. */
    int copy(long[] keys, long[] qtys) {
        long first = base;
        int n = 0;
        for (int word = 0; word < occupied.length && n < keys.length; word++) {
            for (long left = occupied[word]; left != 0 && n < keys.length; left &= left - 1) {
                int i = word * WORD + Long.numberOfTrailingZeros(left);
                keys[n] = first + i;
                qtys[n] = window[i];
                n++;
            }
        }
        return far.copy(keys, qtys, n);
    }

    private void set(long key, long qty) {
        long offset = key - base;
        if ((offset & -WIDTH) == 0) {
            setNear((int) offset, qty);
        } else if (near != 0 && offset > 0) {
            far.set(key, qty);
        } else if (qty != 0) {
            moveTo(key);
            setNear((int) (key - base), qty);
        }
    }

    private void setNear(int i, long qty) {
        long before = window[i];
        window[i] = qty;
        if (qty == 0) {
            if (before != 0) {
                removed(i);
            }
        } else if (before == 0) {
            inserted(i);
        }
    }

    private void inserted(int i) {
        occupied[i / WORD] |= 1L << i;
        near++;
        best = Math.min(best, i);
    }

    private void removed(int i) {
        occupied[i / WORD] &= ~(1L << i);
        near--;
        if (i != best) {
            return;
        }
        if (near == 0) {
            best = WIDTH;
            touchFar();
        } else {
            best = next(i);
            if (best > DEEPEST_TOUCH) {
                moveTo(base + best);
            }
        }
    }

    /** The first occupied place from here on; there must be one. */
    private int next(int i) {
        int word = i / WORD;
        while (occupied[word] == 0) {
            word++;
        }
        return word * WORD + Long.numberOfTrailingZeros(occupied[word]);
    }

    /** Moves an empty window to the best of the rest. */
    private void touchFar() {
        if (far.size() > 0) {
            moveTo(far.bestKey());
        }
    }

    /** Moves the window so that this key has headroom; no level may be better than it. */
    private void moveTo(long key) {
        long shift = key - HEADROOM - base & -WORD;
        if (near != 0 && shift > 0) {
            slideDown((int) shift);
        } else if (near != 0) {
            slideUp((int) Math.min(-shift, WIDTH));
        }
        base += shift;
        if (far.size() > 0) {
            far.moveBelow(base + WIDTH, this);
        }
    }

    /** The touch got worse: what the window leaves behind is empty. */
    private void slideDown(int shift) {
        int kept = WIDTH - shift;
        System.arraycopy(window, shift, window, 0, kept);
        Arrays.fill(window, kept, WIDTH, 0);
        System.arraycopy(occupied, shift / WORD, occupied, 0, kept / WORD);
        Arrays.fill(occupied, kept / WORD, occupied.length, 0);
        best -= shift;
    }

    /** The touch got better: the worst of the window becomes the best of the rest. */
    private void slideUp(int shift) {
        int kept = WIDTH - shift;
        for (int i = WIDTH - 1; i >= kept; i--) {
            if (window[i] != 0) {
                far.set(base + i, window[i]);
                near--;
            }
        }
        System.arraycopy(window, 0, window, shift, kept);
        Arrays.fill(window, 0, shift, 0);
        System.arraycopy(occupied, 0, occupied, shift / WORD, kept / WORD);
        Arrays.fill(occupied, 0, shift / WORD, 0);
        best = near == 0 ? WIDTH : best + shift;
    }
}
