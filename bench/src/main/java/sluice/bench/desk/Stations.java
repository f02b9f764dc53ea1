package sluice.bench.desk;

import java.util.ArrayList;
import java.util.List;
import sluice.bench.Figures;

/** How long orders took to each station of their way. */
final class Stations {

    private static final List<String> NAMES = List.of("judged", "durable", "called", "replied", "applied");

    private final List<long[]> orders = new ArrayList<>();

    void add(long[] took) {
        orders.add(took);
    }

    void clear() {
        orders.clear();
    }

    void print(String bench) {
        for (int i = 0; i < NAMES.size(); i++) {
            int station = i;
            var took = orders.stream().mapToLong(all -> all[station]).sorted().toArray();
            Figures.print(bench + "." + NAMES.get(i), "p10_us", took[took.length / 10] / 1e3);
            Figures.print(bench + "." + NAMES.get(i), "p50_us", took[took.length / 2] / 1e3);
        }
    }
}
