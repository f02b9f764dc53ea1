package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.risk.Given.aDesk;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;
import sluice.risk.limits.Reach;

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
    void ofSeveralValuesTheStrictestCounts() {
        var limits = Limits.simulated()
                .tightened(Map.of(
                        LimitKey.ORDER_MAX_QTY, new BigDecimal("3"),
                        LimitKey.COLLAR_BPS, new BigDecimal("60"),
                        LimitKey.RATE_DUPLICATE_WINDOW, new BigDecimal("900")));

        assertThat(limits.order().maxQty()).isEqualByComparingTo("3");
        assertThat(limits.collar().bps()).isEqualByComparingTo("50");
        assertThat(limits.rate().duplicateWindowMs()).isEqualTo(900);
    }

    @Test
    void whatIsAboutTheWholeDeskHasNoValueOfItsOwnForAScope() {
        assertThat(Reach.of(LimitKey.LOSS_KILL)).isEmpty();
        assertThat(Reach.of(LimitKey.TAG_OPEN)).containsExactly(Reach.TAG);
        assertThat(Reach.of(LimitKey.ORDER_MAX_QTY)).containsExactly(Reach.values());
    }
}
