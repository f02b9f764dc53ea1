package sluice.engine.state;

import java.util.Arrays;

/** Where something is, by numbers that are given out one after another from 1. Confined to one thread. */
final class Places {

    static final int NONE = -1;

    /** One more than the place, so that 0 is none. */
    private int[] places = new int[1 << 10];

    int get(long number) {
        return number < 1 || number > places.length ? NONE : places[(int) number - 1] - 1;
    }

    void put(long number, int place) {
        if (number > places.length) {
            places = Arrays.copyOf(places, Math.max(places.length * 2, (int) number));
        }
        places[(int) number - 1] = place + 1;
    }
}
