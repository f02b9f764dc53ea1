package sluice.net.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NonceTest {

    @Property
    void whateverTheClockDoesItRises(
            @ForAll List<@LongRange(min = -1_000_000, max = 4_000_000_000L) Long> seconds,
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000_000L) long restored) {
        var nonce = new Nonce(ChronoUnit.MICROS, restored);
        long last = restored;
        for (long second : seconds) {
            long next = nonce.next(Instant.ofEpochSecond(second));
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(nonce.highest()).isEqualTo(last);
    }

    @Test
    void itFollowsTheTime() {
        assertThat(new Nonce(ChronoUnit.MILLIS, 5).next(Instant.ofEpochSecond(7)))
                .isEqualTo(7_000);
    }

    @Test
    void aRestartWithTheClockMovedBackGoesOnFromWhereItWas() {
        var before = new Nonce(ChronoUnit.MILLIS, 0);
        before.next(Instant.ofEpochSecond(9_000));
        var after = new Nonce(ChronoUnit.MILLIS, before.highest());
        assertThat(after.next(Instant.ofEpochSecond(5_400))).isEqualTo(9_000_001);
    }
}
