package sluice.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {

    @ParameterizedTest
    @ValueSource(strings = {"BTC-USDT", "BTC-USDT-PERP", "1INCH-USD"})
    void aNameReadsBackAsItself(String name) {
        assertThat(Symbol.of(name).name()).isEqualTo(name);
        assertThat(Symbol.of(name.toLowerCase(Locale.ROOT))).isEqualTo(Symbol.of(name));
    }

    @Test
    void spotAndPerpetualAreDifferentThings() {
        assertThat(Symbol.of("BTC-USDT")).isEqualTo(Symbol.spot("BTC", "USDT"));
        assertThat(Symbol.of("BTC-USDT-PERP").isPerpetual()).isTrue();
        assertThat(Symbol.of("BTC-USDT-PERP")).isNotEqualTo(Symbol.of("BTC-USDT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BTC", "BTCUSDT", "BTC-", "-USDT", "BTC-USDT-SWAP", "BTC-USDT-PERP-X", "BTC/USDT", "--"})
    void anythingElseIsNoSymbol(String text) {
        assertThatThrownBy(() -> Symbol.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BASE-QUOTE");
    }
}
