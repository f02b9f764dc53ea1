package sluice.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = 1_000_000;

    private final Pace pace = new Pace();

    /** The milliseconds at which a picture is drawn. */
    private List<Long> draws(long millis, LongPredicate news) {
        var drawn = new ArrayList<Long>();
        var isNews = false;
        for (long at = 0; at < millis; at++) {
            isNews |= news.test(at);
            if (pace.isDue(at * MILLI, isNews)) {
                pace.drawn(at * MILLI);
                drawn.add(at);
                isNews = false;
            }
        }
        return drawn;
    }

    @Test
    void withoutNewsPicturesAreFewerThanTenASecond() {
        assertThat(draws(1_000, at -> false)).hasSize(8);
    }

    @Test
    void newsAfterAQuietTimeIsDrawnAtOnce() {
        assertThat(draws(3_000, at -> at == 2_100)).contains(2_100L);
    }

    @Test
    void howeverMuchNewsThereIsTenPicturesASecondAreTheMost() {
        var drawn = draws(10_000, at -> true);
        for (var from : drawn) {
            assertThat(drawn).filteredOn(at -> at >= from && at < from + 1_000).hasSizeLessThanOrEqualTo(10);
        }
        assertThat(drawn).hasSizeGreaterThan(90);
    }

    @Test
    void noNewsWaitsForLong() {
        var drawn = draws(10_000, at -> at % 7 == 0);
        for (int i = 1; i < drawn.size(); i++) {
            assertThat(drawn.get(i) - drawn.get(i - 1)).isLessThanOrEqualTo(300);
        }
    }
}
