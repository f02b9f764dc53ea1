package sluice.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void trailingZerosMakeNoDifference() {
        assertThat(Px.of("1.0")).isEqualTo(Px.of("1.00")).hasSameHashCodeAs(Px.of("1"));
        assertThat(Qty.of("100")).isEqualTo(Qty.of("100.000"));
        assertThat(Qty.of("0.000")).isEqualTo(Qty.ZERO);
        assertThat(Money.of("-0", "USDT")).isEqualTo(Money.zero("USDT"));
        assertThat(Px.scaled(6000000, 2)).isEqualTo(Px.of("60000"));
    }

    @Test
    void textIsPlain() {
        assertThat(Qty.of("0.00000043").plain()).isEqualTo("0.00000043");
        assertThat(new Qty(new BigDecimal("1E+3")).plain()).isEqualTo("1000");
        assertThat(new Px(new BigDecimal("1E-12"))).hasToString("0.000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e3", "1E-5", "+1", "NaN", "0x10", " 1", "1 ", "1.2.3", ".", "-", "--1", "1-", "١"})
    void whatIsNoPlainDecimalIsRefused(String text) {
        assertThatThrownBy(() -> Qty.of(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Px.of(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void absurdlyLongNumbersAreRefusedBeforeTheyAreRead() {
        assertThatThrownBy(() -> Px.of("9".repeat(10_000))).isInstanceOf(NumberFormatException.class);
        assertThat(Px.of("9".repeat(48)).isPositive()).isTrue();
    }

    @Test
    void roundingToTheTickIsNeverWorseForTheSide() {
        var tick = new BigDecimal("0.05");
        assertThat(Px.of("100.07").onGrid(tick, Side.BUY)).isEqualTo(Px.of("100.05"));
        assertThat(Px.of("100.07").onGrid(tick, Side.SELL)).isEqualTo(Px.of("100.1"));
        assertThat(Px.of("100.05").isOn(tick)).isTrue();
        assertThat(Px.of("100.07").isOn(tick)).isFalse();
        assertThat(Px.of("100.07").isOn(BigDecimal.ZERO)).isTrue();
    }

    @Test
    void worsenedGoesAgainstTheSide() {
        assertThat(Px.of("60000").worsened(Side.BUY, new BigDecimal("50"))).isEqualTo(Px.of("60300"));
        assertThat(Px.of("60000").worsened(Side.SELL, new BigDecimal("50"))).isEqualTo(Px.of("59700"));
    }

    @Property(tries = 300)
    void aQuantityLiesBetweenItsNeighboursOnTheLot(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long unscaled,
            @ForAll @IntRange(min = 1, max = 999) int step) {
        var qty = Qty.scaled(unscaled, 6);
        var lot = BigDecimal.valueOf(step, 4);
        assertThat(qty.floor(lot)).isLessThanOrEqualTo(qty);
        assertThat(qty.ceiling(lot)).isGreaterThanOrEqualTo(qty);
        assertThat(qty.floor(lot).isOn(lot)).isTrue();
        assertThat(qty.ceiling(lot).minus(qty.floor(lot)).value()).isIn(BigDecimal.ZERO, new Qty(lot).value());
    }

    @Property(tries = 300)
    void sumsAreExact(@ForAll long a, @ForAll long b) {
        var one = Qty.scaled(a, 8);
        var other = Qty.scaled(b, 8);
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.negate().negate()).isEqualTo(one);
        assertThat(one.min(other).plus(one.max(other))).isEqualTo(one.plus(other));
    }

    @Test
    void moneyOfTwoAssetsIsNotAdded() {
        var fee = Money.of("1", "BNB");
        assertThatThrownBy(() -> Money.of("1", "USDT").plus(fee)).isInstanceOf(IllegalArgumentException.class);
        assertThat(fee.minus(Money.of("1.5", "BNB"))).isEqualTo(Money.of("-0.5", "BNB"));
    }

    @Test
    void aMidIsExact() {
        var quote = new Quote(Px.of("100.01"), Qty.of("1"), Px.of("100.02"), Qty.of("1"));
        assertThat(quote.mid()).isEqualTo(Px.of("100.015"));
        assertThat(quote.spread()).isEqualTo(Px.of("0.01"));
    }
}
