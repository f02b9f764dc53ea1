package sluice.sim.replay;

import java.util.List;
import sluice.sim.LevelChange;

/**
 * What a frame said of a book. Immutable.
 *
 * @param depth how many levels a side its channel keeps; 0 for all
 * @param first the venue's number of the first update in it, 0 where the venue does not number them
 */
record Depth(String symbol, int depth, boolean isSnapshot, long first, long last, List<LevelChange> levels) {

    boolean isNumbered() {
        return last > 0;
    }
}
