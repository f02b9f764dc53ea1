package sluice.bench.desk;

import java.util.Arrays;
import sluice.bench.Figures;

/** How long things took, in nanoseconds. */
public final class Samples {

    private long[] nanos = new long[1 << 10];
    private int size;

    public void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = took;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** In microseconds. */
    public double at(int percent) {
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) ((long) size * percent / 100)] / 1e3;
    }

    void print(String bench) {
        Figures.print(bench, "p10_us", at(10));
        Figures.print(bench, "p50_us", at(50));
        Figures.print(bench, "p99_us", at(99));
    }
}
