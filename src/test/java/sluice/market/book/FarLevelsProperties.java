package sluice.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A crowded table and a sorted map stay the same through every insert, change and removal. */
class FarLevelsProperties {

    private final FarLevels far = new FarLevels();
    private final TreeMap<Long, Long> reference = new TreeMap<>();

    @Property(tries = 100)
    void whatIsSetIsThereAndWhatIsDeletedIsNot(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        far.clear();
        reference.clear();
        for (int step = 0; step < 2_000; step++) {
            long key = random.nextInt(90) * (1L << random.nextInt(3)) - 40;
            long qty = random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(1_000);
            far.set(key, qty);
            if (qty == 0) {
                reference.remove(key);
            } else {
                reference.put(key, qty);
            }
            assertSame();
        }
    }

    private void assertSame() {
        var keys = new long[far.size()];
        var qtys = new long[keys.length];
        assertThat(far.copy(keys, qtys, 0)).isEqualTo(reference.size());
        for (int i = 0; i < keys.length; i++) {
            assertThat(qtys[i]).isEqualTo(reference.getOrDefault(keys[i], 0L));
        }
        assertThat(Arrays.stream(keys).distinct().count()).isEqualTo(reference.size());
        if (!reference.isEmpty()) {
            assertThat(far.bestKey()).isEqualTo(reference.firstKey());
        }
    }
}
