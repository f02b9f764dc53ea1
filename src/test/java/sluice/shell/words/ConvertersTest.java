package sluice.shell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertersTest {

    @Test
    void durationsAreReadWithTheirUnit() {
        assertThat(Converters.duration("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Converters.duration("10s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(Converters.duration("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(Converters.duration("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(Converters.duration("7")).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1d", "1.5s", "-1s", "999999999h", "99999999999999999999s"})
    void whatNobodyWaitsForIsRefused(String text) {
        assertThatThrownBy(() -> Converters.duration(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
