package sluice.sim.floor;

import java.util.AbstractList;
import java.util.RandomAccess;
import sluice.market.Side;
import sluice.sim.LevelChange;
import sluice.sim.match.Restated;
import sluice.sim.match.Scales;

/** Level changes kept as bare numbers until somebody looks, since most are never looked at. */
final class Changes extends AbstractList<LevelChange> implements Restated, RandomAccess {

    private final Scales scales;
    private final long[] numbers;
    private int size;

    Changes(Scales scales, int capacity) {
        this.scales = scales;
        this.numbers = new long[capacity * 3];
    }

    @Override
    public void level(Side side, long ticks, long lots) {
        numbers[size * 3] = side.ordinal();
        numbers[size * 3 + 1] = ticks;
        numbers[size * 3 + 2] = lots;
        size++;
    }

    @Override
    public LevelChange get(int index) {
        var side = numbers[index * 3] == Side.BUY.ordinal() ? Side.BUY : Side.SELL;
        return new LevelChange(side, scales.px(numbers[index * 3 + 1]), scales.qty(numbers[index * 3 + 2]));
    }

    @Override
    public int size() {
        return size;
    }
}
