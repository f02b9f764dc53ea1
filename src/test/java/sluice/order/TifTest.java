package sluice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TifTest {

    @Test
    void lifetimesReadAsTheyAreTyped() {
        assertThat(Tif.of("gtc")).isEqualTo(Tif.GTC);
        assertThat(Tif.of("IOC")).isEqualTo(Tif.IOC);
        assertThat(Tif.of("fok")).isEqualTo(Tif.FOK);
        var until = Instant.parse("2026-01-31T12:00:00Z");
        assertThat(Tif.of("gtd:2026-01-31T12:00:00Z")).isEqualTo(Tif.gtd(until));
        assertThat(Tif.gtd(until)).hasToString("GTD:2026-01-31T12:00:00Z");
    }

    @Test
    void onlyWhatRestsRests() {
        assertThat(Tif.GTC.rests()).isTrue();
        assertThat(Tif.gtd(Instant.EPOCH).rests()).isTrue();
        assertThat(Tif.IOC.rests()).isFalse();
        assertThat(Tif.FOK.rests()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "day", "gtd", "gtd:", "gtd:tomorrow", "gtc:1"})
    void anythingElseIsNoLifetime(String text) {
        assertThatThrownBy(() -> Tif.of(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void onlyGtdHasAnEnd() {
        assertThatThrownBy(() -> new Tif(Tif.Kind.GTC, Optional.of(Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tif(Tif.Kind.GTD, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }
}
