package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.risk.Given.SYMBOL;
import static sluice.risk.Given.VENUE;
import static sluice.risk.Given.aDesk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.market.Qty;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Working;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

class LimitsTest {

    @ParameterizedTest
    @EnumSource(LimitKey.class)
    void everyKeyIsNamedExplainedSetAndRead(LimitKey key) {
        assertThat(key.toml()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
        assertThat(key.doc()).endsWith(".");
        assertThat(LimitKey.named(key.toml())).contains(key);
        assertThat(key.of(Limits.simulated())).isEqualByComparingTo(key.simulated());
        assertThat(key.of(Limits.live())).isEqualByComparingTo(key.live());
        var changed = Limits.simulated().with(key, new BigDecimal("7"));
        assertThat(key.of(changed)).isEqualByComparingTo("7");
        assertThat(changed.with(key, key.simulated())).isEqualTo(Limits.simulated());
    }

    @ParameterizedTest
    @EnumSource(LimitKey.class)
    void realMoneyIsNeverLooserThanTheSimulator(LimitKey key) {
        assertThat(key.loosens(Limits.simulated(), key.live())).isFalse();
    }

    @Test
    void toTightenIsNotToLoosen() {
        var limits = Limits.simulated();
        assertThat(LimitKey.ORDER_MAX_QTY.loosens(limits, new BigDecimal("1000001")))
                .isTrue();
        assertThat(LimitKey.ORDER_MAX_QTY.loosens(limits, new BigDecimal("1000000")))
                .isFalse();
        assertThat(LimitKey.RATE_CANCEL_RESERVE.loosens(limits, new BigDecimal("29")))
                .isTrue();
    }

    @Test
    void aValueThatMakesNoSenseIsRefused() {
        var limits = Limits.simulated();
        assertThatThrownBy(() -> limits.with(LimitKey.COLLAR_BPS, new BigDecimal("-1")))
                .hasMessage("collar.bps must be between 0 and 1000000000000000");
        assertThatThrownBy(() -> limits.with(LimitKey.RATE_BURST, new BigDecimal("1.5")))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> limits.with(LimitKey.OPEN_VENUE_SHARE, new BigDecimal("101")))
                .hasMessageContaining("percentage");
        assertThatThrownBy(() -> Limits.of(Map.of())).hasMessageContaining("no value for order.max-notional");
    }

    @Test
    void aLimitOfZeroLetsNothingThrough() {
        aDesk().limit(LimitKey.ORDER_MAX_NOTIONAL, "0").buying("1", "60000").isRefused(Code.RISK_MAX_NOTIONAL);
        aDesk().limit(LimitKey.RATE_PER_SECOND, "0").buying("1", "60000").isRefused(Code.RISK_ORDER_RATE);
        aDesk().limit(LimitKey.RATE_BURST, "0").buying("1", "60000").isRefused(Code.RISK_ORDER_RATE);
    }

    @Test
    void headroomSaysWhatIsUsedAndWhatIsLeft() {
        var open = new Positions(
                Qty.of("2"), Qty.of("3"), Qty.ZERO, Qty.of("2"), Qty.of("3"), Qty.ZERO, new BigDecimal("1000"));
        var desk = aDesk().with(open).with(new Working(7, 4));
        var rows = Headroom.of(VENUE, desk.exposure(), desk.limits());
        assertThat(rows).extracting(Headroom::key).containsExactly(LimitKey.values());
        assertThat(used(rows, LimitKey.POSITION_MAX_QTY)).isEqualByComparingTo("5");
        assertThat(used(rows, LimitKey.POSITION_MAX_NOTIONAL)).isEqualByComparingTo("300000");
        assertThat(used(rows, LimitKey.POSITION_MAX_GROSS)).isEqualByComparingTo("301000");
        assertThat(used(rows, LimitKey.OPEN_PER_VENUE)).isEqualByComparingTo("7");
        assertThat(rows.get(LimitKey.OPEN_PER_SYMBOL.ordinal()).left().orElseThrow())
                .isEqualByComparingTo("196");
        assertThat(rows.get(LimitKey.COLLAR_BPS.ordinal()).left()).isEmpty();
    }

    @Test
    void aSymbolsOwnLimitsSurviveAChange() {
        var own = new Limits.Own(BigDecimal.ONE, BigDecimal.TEN);
        var limits = Limits.simulated().with(SYMBOL, own).with(LimitKey.COLLAR_BPS, BigDecimal.ONE);
        assertThat(limits.maxOrderQty(SYMBOL)).isEqualByComparingTo("1");
        assertThat(limits.maxPositionQty(SYMBOL)).isEqualByComparingTo("10");
    }

    private static BigDecimal used(List<Headroom> rows, LimitKey key) {
        return rows.get(key.ordinal()).used().orElseThrow();
    }
}
