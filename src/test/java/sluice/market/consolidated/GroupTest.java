package sluice.market.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;

class GroupTest {

    private static Group group(String symbols, String through) {
        return new Group("g", symbols(symbols), symbols(through));
    }

    private static List<Symbol> symbols(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Symbol::of)
                .toList();
    }

    @Test
    void aBookTurnsOneQuoteIntoTheOtherWhicheverWayRoundItIsNamed() {
        var group = group("BTC-USD BTC-USDT", "USDT-USD");
        assertThat(group.flaw()).isEmpty();
        assertThat(group.bridge("USDT", "USD")).contains(Symbol.of("USDT-USD"));
        assertThat(group.bridge("USD", "USDT")).contains(Symbol.of("USDT-USD"));
        assertThat(group.bridge("USD", "EUR")).isEmpty();
    }

    @Test
    void noPegIsAssumed() {
        assertThat(group("BTC-USD BTC-USDT", "").flaw().orElseThrow()).contains("turns USDT into USD");
        assertThat(group("BTC-USD BTC-USDT BTC-USDC", "USDT-USD USDC-USD")
                        .flaw()
                        .orElseThrow())
                .contains("turns USDT into USDC");
    }

    @Test
    void spotAndPerpetualsAreNeverOneMarket() {
        assertThat(group("BTC-USDT BTC-USDT-PERP", "").flaw().orElseThrow()).contains("not the same thing");
        assertThat(group("BTC-USDT ETH-USDT", "").flaw().orElseThrow()).contains("not the same thing");
        assertThat(group("BTC-USDT", "").flaw().orElseThrow()).contains("two symbols");
    }
}
