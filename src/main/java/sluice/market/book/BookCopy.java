package sluice.market.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * The best levels of a book as it kept them at one moment, prices as its sides' keys. Never changed after it is made.
 */
record BookCopy(Half bids, Half asks, int pxScale, int qtyScale, long version, long provenNanos) {

    /** One side: the first {@code size} places count, and are in order after {@link #sorted}. */
    record Half(long sign, long[] keys, long[] qtys, int size) {

        static Half of(BookSide side, long sign, int depth) {
            var keys = new long[Math.max(0, side.room(depth))];
            var qtys = new long[keys.length];
            return new Half(sign, keys, qtys, side.copy(keys, qtys));
        }

        private Half sorted(int depth) {
            var ordered = Arrays.copyOf(keys, size);
            Arrays.sort(ordered);
            var placed = new long[size];
            for (int i = 0; i < size; i++) {
                placed[Arrays.binarySearch(ordered, keys[i])] = qtys[i];
            }
            return new Half(sign, ordered, placed, Math.max(0, Math.min(depth, size)));
        }

        long px(int index) {
            return sign * keys[index];
        }

        private List<Level> levels(int pxScale, int qtyScale) {
            var levels = new ArrayList<Level>(size);
            for (int i = 0; i < size; i++) {
                levels.add(new Level(Px.scaled(px(i), pxScale), Qty.scaled(qtys[i], qtyScale)));
            }
            return levels;
        }
    }

    /** The same, best levels first, and no more than this many a side. */
    BookCopy sorted(int depth) {
        return new BookCopy(bids.sorted(depth), asks.sorted(depth), pxScale, qtyScale, version, provenNanos);
    }

    Ladder ladder() {
        return new Ladder(bids.levels(pxScale, qtyScale), asks.levels(pxScale, qtyScale), version, provenNanos);
    }
}
