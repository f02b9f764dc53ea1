package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.consolidated.Group;
import sluice.market.consolidated.Groups;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.risk.limits.LimitKey;
import sluice.venue.OrderNews;

/** The parts of one order share what there is, and what we did elsewhere is not done back. */
class OneAccountTest {

    private static final Groups GROUPS = new Groups(List.of(new Group(
            "bitcoin", List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USD")), List.of(Symbol.of("USDT-USD")))));

    private static MarketScenario venues() {
        return new MarketScenario(Groups.NONE, "binance", "bybit")
                .listing("binance", "BTC-USDT", "0", List.of("99.98 x 5"), List.of("100 x 2", "100.2 x 5"))
                .listing("bybit", "BTC-USDT", "0", List.of("99.97 x 5"), List.of("100.01 x 2", "100.1 x 4"))
                .connected();
    }

    private static void limit(MarketScenario desk, LimitKey key, String value) {
        desk.ask(
                new Command.SetLimit(Scope.GLOBAL, key, Optional.of(new BigDecimal(value)), true, DeskScenario.TRADER));
    }

    private static Qty sold(MarketScenario desk) {
        return desk.parent().children().stream()
                .map(child -> child.terms().orderQty())
                .reduce(Qty.ZERO, Qty::plus);
    }

    @Test
    void twoSymbolsOfAGroupAtOneVenueSellWhatIsHeldOnce() {
        var desk = new MarketScenario(GROUPS, "coinbase")
                .balance("coinbase", "BTC", "3")
                .listing("coinbase", "BTC-USDT", "0", List.of("101 x 2"), List.of("101.1 x 5"))
                .listing("coinbase", "BTC-USD", "0", List.of("100 x 2"), List.of("100.1 x 5"))
                .listing("coinbase", "USDT-USD", "0", List.of("0.98999 x 900"), List.of("0.99001 x 900"))
                .connected();
        desk.market(Side.SELL, "3");
        assertThat(desk.orders()).hasSize(2);
        assertThat(sold(desk)).isEqualTo(Qty.of("3"));

        var more = (Answer.Refused) desk.market(Side.SELL, "4").join();
        assertThat(more.code()).isEqualTo("RISK_BALANCE");
        assertThat(desk.orders()).hasSize(2);
    }

    @Test
    void thePartsOfOneOrderAreOrdersLikeAnyOther() {
        var desk = venues();
        limit(desk, LimitKey.RATE_BURST, "2");
        limit(desk, LimitKey.RATE_PER_SECOND, "0.001");
        desk.market(Side.BUY, "4");
        assertThat(desk.orders()).hasSize(1);
    }

    @Test
    void whatWasJustTakenAtOneVenueIsNotGivenToAnother() {
        var desk = venues();
        limit(desk, LimitKey.GUARD_WASH_WINDOW, "1000");
        desk.market(Side.BUY, "1", "binance");
        desk.trades("binance", "1", "100").says("binance", new OrderNews.Ended(Closure.of(Reason.IOC_REMAINDER)));
        assertThat(((Answer.Refused) desk.market(Side.SELL, "1", "bybit").join()).code())
                .isEqualTo("RISK_WASH");
        assertThat(desk.ordered("bybit")).isEmpty();

        desk.market(Side.SELL, "0.5", "binance");
        assertThat(desk.ordered("binance").orElseThrow().terms().side()).isEqualTo(Side.SELL);
        desk.trades("binance", "0.5", "99.98");
        desk.pass(Duration.ofMillis(1001));
        desk.market(Side.SELL, "0.5", "bybit");
        assertThat(desk.ordered("bybit").orElseThrow().terms().side()).isEqualTo(Side.SELL);
    }
}
