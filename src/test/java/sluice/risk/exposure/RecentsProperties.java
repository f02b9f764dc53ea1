package sluice.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecentsProperties {

    private static final long WINDOW = 500;

    /** Three likenesses that share a shelf, and one that does not. */
    private static final List<Object> LIKENESSES = List.of("Aa", "BB", 0x1_0000, 7);

    private record Order(Object likeness, long nanos) {}

    @Property(tries = 300)
    void thoseOfTheSameLikenessWithinTheWindowAreCounted(@ForAll long seed) {
        var random = new Random(seed);
        var recents = Recents.NONE;
        var all = new ArrayList<Order>();
        long now = random.nextInt(1000);
        for (int i = 0; i < 60; i++) {
            now += random.nextInt(120);
            var order = new Order(LIKENESSES.get(random.nextInt(LIKENESSES.size())), now);
            recents = recents.plus(order.likeness, WINDOW, now);
            all.add(order);
            for (var likeness : LIKENESSES) {
                long at = now;
                long expected = all.stream()
                        .filter(one -> one.likeness.equals(likeness) && at - one.nanos < WINDOW)
                        .count();
                assertThat(recents.alike(likeness, WINDOW, now)).isEqualTo((int) expected);
            }
        }
    }

    @Example
    void theWindowEndsJustBeforeItsLength() {
        var recents = Recents.NONE.plus("one", WINDOW, 1_000);
        assertThat(recents.alike("one", WINDOW, 1_499)).isEqualTo(1);
        assertThat(recents.alike("one", WINDOW, 1_500)).isZero();
    }

    @Example
    void oneMoreChangesNothingOfWhatWasThereBefore() {
        var before = Recents.NONE.plus("one", WINDOW, 1_000);
        assertThat(before.plus("one", WINDOW, 1_001).alike("one", WINDOW, 1_001))
                .isEqualTo(2);
        assertThat(before.alike("one", WINDOW, 1_001)).isEqualTo(1);
        assertThat(Recents.NONE.alike("one", WINDOW, 1_001)).isZero();
    }
}
