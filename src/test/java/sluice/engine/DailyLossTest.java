package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.LimitKey;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFunding;

/** What the loss of a day is made of, and what happens while it cannot be told. */
class DailyLossTest {

    private final DeskScenario desk = DeskScenario.ready();

    @BeforeEach
    void fiveMayBeLost() {
        desk.ask(new Command.SetLimit(
                Scope.GLOBAL, LimitKey.LOSS_KILL, Optional.of(new BigDecimal("5")), false, DeskScenario.TRADER));
    }

    private void bought(String qty, String fee, String asset) {
        desk.limit(Side.BUY, qty, "100.1");
        desk.accepts();
        desk.venue(new OrderNews.Traded(new Execution(
                new ExecId("E1"),
                Qty.of(qty),
                Px.of("100.1"),
                Money.of(fee, asset),
                Liquidity.TAKER,
                desk.clock.now())));
    }

    private TradingState after(Duration time) {
        for (var second = 0; second < time.toSeconds(); second++) {
            desk.pass(Duration.ofSeconds(1));
        }
        return desk.view().risk().states().global();
    }

    @Test
    void feesAreLost() {
        bought("1", "4.8", "USDT");
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.ACTIVE);
        desk.quoting("99.7 x 5", "99.9 x 5");
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.KILLED);
    }

    @Test
    void aBookThatIsGoneLeavesTheWorstOfItsLastMinute() {
        bought("1", "0", "USDT");
        desk.quoting("95.9 x 5", "96.1 x 5");
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(TradingState.ACTIVE);
        desk.quoting("99.9 x 5", "100.1 x 5");
        after(Duration.ofSeconds(1));
        desk.ask(new Command.SetLimit(
                Scope.GLOBAL, LimitKey.LOSS_KILL, Optional.of(new BigDecimal("4")), false, DeskScenario.TRADER));
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(TradingState.ACTIVE);
        desk.book.breakIt();
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(TradingState.KILLED);
    }

    @Test
    void whatOneFeeIsWorthIsNotKnownAndThatIsToldOnce() {
        bought("1", "0.001", "BNB");
        desk.quoting("89.9 x 5", "90.1 x 5");
        after(Duration.ofSeconds(50));
        assertThat(desk.alerts()).isEmpty();
        assertThat(after(Duration.ofMinutes(3))).isEqualTo(TradingState.ACTIVE);
        assertThat(desk.alerts()).containsExactly("DAILY_LOSS");
        assertThat(desk.view().alerts().happened().get(0).text()).contains("what BNB is worth");
    }

    @Test
    void nothingOfAnAssetNeedsNoPrice() {
        bought("1", "0", "BNB");
        desk.quoting("89.9 x 5", "90.1 x 5");
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.KILLED);
    }

    @Test
    void aNewDayBeginsWithWhatTheLastOneLost() {
        bought("1", "0", "USDT");
        desk.quoting("96 x 5", "96.2 x 5");
        after(Duration.ofSeconds(2));
        desk.clock.pass(Duration.ofDays(1));
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.ACTIVE);
        desk.quoting("92 x 5", "92.2 x 5");
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.ACTIVE);
        desk.quoting("90.8 x 5", "91 x 5");
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.KILLED);
    }

    @Test
    void fundingIsLost() {
        bought("1", "0", "USDT");
        var paid = new VenueFunding(
                Symbol.of("BTC-USDT-PERP"), new ExecId("F1"), Money.of("4.9", "USDT"), desk.clock.now());
        desk.hears(new VenueEvent.Funded(DeskScenario.VENUE, paid, desk.clock.stamp()));
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.ACTIVE);
        desk.quoting("99.8 x 5", "100 x 5");
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.KILLED);
    }

    @Test
    void whatIsHeldIsWorthNoMoreThanItWasLastTradedAt() {
        bought("1", "0", "USDT");
        var print =
                new Trade(DeskScenario.VENUE, DeskScenario.BTC, Side.SELL, Px.of("95"), Qty.of("1"), desk.clock.now());
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.ACTIVE);
        desk.hears(new VenueEvent.Printed(print, desk.clock.stamp()));
        assertThat(after(Duration.ofSeconds(2))).isEqualTo(TradingState.KILLED);
    }

    @Test
    void aLossThatIsWarnedOfIsWarnedOfOnceADay() {
        desk.ask(new Command.SetLimit(
                Scope.GLOBAL, LimitKey.LOSS_WARN, Optional.of(BigDecimal.ONE), false, DeskScenario.TRADER));
        bought("1", "0", "USDT");
        desk.quoting("97.9 x 5", "98.1 x 5");
        assertThat(after(Duration.ofSeconds(5))).isEqualTo(TradingState.ACTIVE);
        assertThat(desk.alerts()).containsExactly("DAILY_LOSS");
    }
}
