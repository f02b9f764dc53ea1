package sluice.shell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> COMMANDS = List.of("buy", "book", "orders", "order", "cancel", "reconcile");

    @Test
    void theNearestWordIsOffered() {
        assertThat(Suggestions.of("cancle", COMMANDS)).isEqualTo(". Did you mean cancel?");
        assertThat(Suggestions.of("byu", COMMANDS)).isEqualTo(". Did you mean buy?");
    }

    @Test
    void severalThatAreEquallyNearAreAllOffered() {
        assertThat(Suggestions.of("BTC-USD", List.of("BTC-USDT", "BTC-USDC", "ETH-USDT")))
                .isEqualTo(". Did you mean BTC-USDC or BTC-USDT?");
    }

    @Test
    void nothingIsOfferedWhenNothingIsNear() {
        assertThat(Suggestions.of("wibble", COMMANDS)).isEmpty();
        assertThat(Suggestions.of("--last", List.of("--yes")))
                .as("dashes are no letters")
                .isEmpty();
        assertThat(Suggestions.of("x".repeat(10_000), COMMANDS)).isEmpty();
    }
}
