package sluice.shell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Money;
import sluice.market.Qty;
import sluice.market.Symbol;

class AmountTest {

    private static final Symbol BTC = Symbol.of("BTC-USDT");

    @Test
    void aBareNumberIsBaseUnits() {
        var amount = Amount.of("0.50");
        assertThat(amount.number()).isEqualTo(Qty.of("0.5"));
        assertThat(amount.isMoney(BTC)).isFalse();
    }

    @Test
    void aNumberInQuoteIsMoney() {
        var amount = Amount.of("5000usdt");
        assertThat(amount.isMoney(BTC)).isTrue();
        assertThat(amount.money()).isEqualTo(Money.of("5000", "USDT"));
    }

    @Test
    void theBaseAssetMayBeNamed() {
        assertThat(Amount.of("0.5BTC").isMoney(BTC)).isFalse();
    }

    @Test
    void anotherUnitIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Amount.of("5EUR").isMoney(BTC))
                .hasMessage("unknown unit EUR for BTC-USDT: give base units (0.5), or USDT (5000USDT)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -5        | a quantity must be positive: -5
            0         | a quantity must be above zero
            0.000     | a quantity must be above zero
            0USDT     | a quantity must be above zero
            1e5       | exponent notation is not taken: 1e5
            1E-5      | exponent notation is not taken: 1E-5
            1.2.3     | not a plain quantity: 1.2.3
            .         | not a plain quantity: .
            1,000     | not a quantity: 1,000 (expected 0.5, or money with its unit as in 5000USDT)
            NaN       | not a quantity: NaN (expected 0.5, or money with its unit as in 5000USDT)
            +1        | not a quantity: +1 (expected 0.5, or money with its unit as in 5000USDT)
            """)
    void whatIsNoPlainPositiveDecimalIsRefused(String text, String message) {
        assertThatThrownBy(() -> Amount.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anAbsurdlyLongNumberIsRefusedWithoutShowingAllOfIt() {
        assertThatThrownBy(() -> Amount.of("9".repeat(100_000)))
                .hasMessage("a quantity of 100000 characters cannot be meant: " + "9".repeat(40) + "...");
    }

    @Property
    void everyPlainDecimalIsReadExactly(@ForAll("decimals") BigDecimal value) {
        var text = value.toPlainString();
        assertThat(Amount.of(text).number().value()).isEqualByComparingTo(value);
        assertThat(Amount.of(text + "USDT").money().amount()).isEqualByComparingTo(value);
    }

    @Property
    void aNumberIsReadOrRefusedWithASentenceAndNothingElse(@ForAll("scrawls") String text) {
        try {
            assertThat(Amount.of(text).number().isPositive()).isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(200);
        }
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.00000001"), new BigDecimal("999999999999"))
                .ofScale(8);
    }

    @Provide
    Arbitrary<String> scrawls() {
        return Arbitraries.strings().withChars("0123456789.eE+-, USDTx").ofMaxLength(60);
    }
}
