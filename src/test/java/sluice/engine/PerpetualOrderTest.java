package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Groups;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.VenueEvent;
import sluice.venue.VenuePosition;

class PerpetualOrderTest {

    private static final Symbol PERP = Symbol.of("BTC-USDT-PERP");
    private static final VenueId BYBIT = new VenueId("bybit");

    private final MarketScenario desk = new MarketScenario(Groups.NONE, "bybit")
            .balance("bybit", "USDT", "1000")
            .balance("bybit", "BTC", "0")
            .listing("bybit", PERP.name(), "0", List.of("99.9 x 90"), List.of("100 x 90"))
            .connected();

    private void order(Side side, String qty, boolean reduceOnly) {
        desk.place(new Terms(PERP, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, reduceOnly));
    }

    private String refusal(Side side, String qty, boolean reduceOnly) {
        var answer = desk.place(new Terms(PERP, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, reduceOnly));
        assertThat(answer).isDone();
        return ((Answer.Refused) answer.join()).code();
    }

    private void leverage(String times) {
        desk.holds(
                "bybit",
                new VenuePosition(
                        PERP,
                        Qty.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal(times))));
    }

    private void position(Side side, String qty, String px) {
        desk.place(new Terms(PERP, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, false));
        desk.trades("bybit", qty, px);
    }

    @Test
    void aShortNeedsMarginAndNoneOfTheBaseAsset() {
        order(Side.SELL, "5", false);
        assertThat(desk.orders()).containsExactly("bybit 5 BTC-USDT-PERP");
    }

    @Test
    void withoutLeverageTheWholeNotionalIsNeeded() {
        assertThat(refusal(Side.BUY, "20", false)).isEqualTo("RISK_BALANCE");
    }

    @Test
    void theLeverageThatTheVenueToldIsBelieved() {
        leverage("10");
        order(Side.BUY, "50", false);
        assertThat(desk.orders()).containsExactly("bybit 50 BTC-USDT-PERP");
        assertThat(refusal(Side.BUY, "60", false)).isEqualTo("RISK_BALANCE");
    }

    @Test
    void takingAPositionOffNeedsNoMargin() {
        position(Side.BUY, "9", "100");
        order(Side.SELL, "9", false);
        assertThat(desk.orders()).hasSize(2);
        assertThat(desk.ordered("bybit").orElseThrow().terms().side()).isEqualTo(Side.SELL);
    }

    @Test
    void aReduceOnlyOrderCannotOpenAnything() {
        assertThat(refusal(Side.SELL, "1", true)).isEqualTo("RISK_REDUCE_ONLY");
        position(Side.BUY, "2", "100");
        order(Side.SELL, "2", true);
        assertThat(desk.ordered("bybit").orElseThrow().terms().reduceOnly()).isTrue();
        assertThat(refusal(Side.SELL, "3", true)).isEqualTo("RISK_REDUCE_ONLY");
    }

    @Test
    void aPositionThatWasThereBeforeTheJournalCountsAndCanBeReduced() {
        var found = new VenuePosition(
                PERP,
                Qty.of("4"),
                Optional.of(Px.of("98")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("10")));
        var there = new MarketScenario(Groups.NONE, "bybit")
                .balance("bybit", "USDT", "1000")
                .balance("bybit", "BTC", "0")
                .listing("bybit", PERP.name(), "0", List.of("99.9 x 90"), List.of("100 x 90"))
                .holding(found)
                .connected();
        var more = there.place(new Terms(PERP, Side.SELL, Qty.of("5"), Optional.empty(), Tif.IOC, false, true));
        there.place(new Terms(PERP, Side.SELL, Qty.of("4"), Optional.empty(), Tif.IOC, false, true));

        assertThat(((Answer.Refused) more.join()).code()).isEqualTo("RISK_REDUCE_ONLY");
        assertThat(there.ordered("bybit").orElseThrow().terms().orderQty()).isEqualTo(Qty.of("4"));
    }

    @Test
    void flatteningAShortBuysItBackReduceOnly() {
        position(Side.SELL, "3", "99.9");
        desk.ask(new Command.Flatten(PERP, Optional.empty(), DeskScenario.TRADER));
        var sent = desk.ordered("bybit").orElseThrow().terms();
        assertThat(sent.side()).isEqualTo(Side.BUY);
        assertThat(sent.orderQty()).isEqualTo(Qty.of("3"));
        assertThat(sent.reduceOnly()).isTrue();
    }

    @Test
    void whatTheVenueSaysOfThePositionIsShown() {
        leverage("10");
        desk.hears(new VenueEvent.Marked(
                BYBIT,
                PERP,
                Px.of("100.05"),
                new BigDecimal("0.0001"),
                desk.clock.now().plusSeconds(60),
                desk.clock.stamp()));
        var holdings = desk.core().view().venues().get(BYBIT).holdings();
        assertThat(holdings.position(PERP).orElseThrow().leverage()).contains(BigDecimal.TEN);
        assertThat(holdings.mark(PERP).orElseThrow().markPx()).isEqualTo(Px.of("100.05"));
    }
}
