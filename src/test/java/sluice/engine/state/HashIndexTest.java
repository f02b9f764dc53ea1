package sluice.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HashIndexTest {

    @Property(tries = 50)
    void findsEverythingThatWasAdded(@ForAll @IntRange(min = 1, max = 2_000) int count, @ForAll long salt) {
        var index = new HashIndex();
        for (long number = 1; number <= count; number++) {
            index.add(number * salt, number);
            index.add(number * salt, number);
        }
        assertThat(LongStream.rangeClosed(1, count)
                        .filter(wanted -> index.find(
                                        wanted * salt,
                                        found -> Optional.of(found).filter(one -> one == wanted))
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void looksAtEveryNumberOfAHashTheLargestFirst() {
        var index = new HashIndex();
        index.add(7, 1);
        index.add(7, 3);
        index.add(7 + (1L << 40), 2);
        assertThat(index.find(7, Optional::of)).contains(3L);
        assertThat(index.find(7, number -> Optional.of(number).filter(one -> one < 3)))
                .contains(1L);
        assertThat(index.find(8, Optional::of)).isEmpty();
    }
}
