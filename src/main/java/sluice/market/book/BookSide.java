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

    /** Price units in a window at first; most changes of most books fall into it. */
    static final int NARROWEST = 512;

    /** Price units in the window of a side that is dense enough for it. */
    static final int WIDEST = 2048;

    private static final int WORD = 64;

    private final long sign;
    private final FarLevels far = new FarLevels();
    private long[] window = new long[NARROWEST];
    private long[] occupied = new long[NARROWEST / WORD];
    private int width = NARROWEST;
    private long base;
    private int best = NARROWEST;
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
        best = width;
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
        occupy(i);
    }

    /** How many levels must be copied to have the best of this depth: the window's are in order, the rest is not. */
    int room(int depth) {
        return depth <= near ? depth : size();
    }

    /** Copies levels, first those of the window in order, as many as there is room for. Answers how many. */
    int copy(long[] keys, long[] qtys) {
        long first = base;
        var places = window;
        var marks = occupied;
        int words = Math.min(marks.length, places.length / WORD);
        int n = 0;
        for (int word = 0; word < words && n < keys.length; word++) {
            for (long left = marks[word]; left != 0 && n < keys.length; left &= left - 1) {
                int i = word * WORD + Long.numberOfTrailingZeros(left);
                keys[n] = first + i;
                qtys[n] = places[i];
                n++;
            }
        }
        return far.copy(keys, qtys, n);
    }

    /** What stands no worse than this key. */
    double depth(long worst) {
        long first = base;
        var places = window;
        var marks = occupied;
        int words = Math.min(marks.length, places.length / WORD);
        double sum = worst >= first + places.length ? far.depth(worst) : 0;
        for (int word = 0; word < words && first + (long) word * WORD <= worst; word++) {
            for (long left = marks[word]; left != 0; left &= left - 1) {
                int i = word * WORD + Long.numberOfTrailingZeros(left);
                sum += first + i <= worst ? places[i] : 0;
            }
        }
        return sum;
    }

    private void set(long key, long qty) {
        long offset = key - base;
        if ((offset & -width) == 0) {
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
        occupy(i);
        if (near > width / 4 && isWorthWidening()) {
            widen();
        }
    }

    private void occupy(int i) {
        occupied[i / WORD] |= 1L << i;
        near++;
        best = Math.min(best, i);
    }

    /** The last widening takes as much memory as all before it: it has to hold more of what it replaces. */
    private boolean isWorthWidening() {
        return far.size() > 0 && (width < WIDEST / 2 || width < WIDEST && near > width / 2);
    }

    private void widen() {
        width *= 2;
        window = Arrays.copyOf(window, width);
        occupied = Arrays.copyOf(occupied, width / WORD);
        far.moveBelow(base + width, this);
    }

    private void removed(int i) {
        occupied[i / WORD] &= ~(1L << i);
        near--;
        if (i != best) {
            return;
        }
        if (near == 0) {
            best = width;
            touchFar();
        } else {
            best = next(i);
            if (best > width - headroom()) {
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

    /** Where the touch comes to lie when the window is moved: it may improve this far before the next move. */
    private int headroom() {
        return width / 4;
    }

    /** Moves the window so that this key has headroom; no level may be better than it. */
    private void moveTo(long key) {
        long shift = key - headroom() - base & -WORD;
        if (near != 0 && shift > 0) {
            slideDown((int) shift);
        } else if (near != 0) {
            slideUp((int) Math.min(-shift, width));
        }
        base += shift;
        if (far.size() > 0) {
            far.moveBelow(base + width, this);
        }
    }

    /** The touch got worse: what the window leaves behind is empty. */
    private void slideDown(int shift) {
        int kept = width - shift;
        System.arraycopy(window, shift, window, 0, kept);
        Arrays.fill(window, kept, width, 0);
        System.arraycopy(occupied, shift / WORD, occupied, 0, kept / WORD);
        Arrays.fill(occupied, kept / WORD, occupied.length, 0);
        best -= shift;
    }

    /** The touch got better: the worst of the window becomes the best of the rest. */
    private void slideUp(int shift) {
        int kept = width - shift;
        for (int i = width - 1; i >= kept; i--) {
            if (window[i] != 0) {
                far.set(base + i, window[i]);
                near--;
            }
        }
        System.arraycopy(window, 0, window, shift, kept);
        Arrays.fill(window, 0, shift, 0);
        System.arraycopy(occupied, 0, occupied, shift / WORD, kept / WORD);
        Arrays.fill(occupied, 0, shift / WORD, 0);
        best = near == 0 ? width : best + shift;
    }
}
