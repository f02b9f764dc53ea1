package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.consolidated.Group;
import sluice.market.consolidated.Groups;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;

class GroupOrderTest {

    private static final Groups GROUPS = new Groups(List.of(new Group(
            "bitcoin", List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USD")), List.of(Symbol.of("USDT-USD")))));

    /** A tether is worth 0.99 dollars, so 100 dollars are some 101.01 tethers. */
    private final MarketScenario desk = new MarketScenario(GROUPS, "binance", "coinbase")
            .listing("binance", "BTC-USDT", "0", List.of("100.9 x 5"), List.of("101 x 1", "101.2 x 5"))
            .listing("coinbase", "BTC-USD", "0", List.of("99.9 x 5"), List.of("100 x 2", "100.3 x 5"))
            .listing("coinbase", "USDT-USD", "0", List.of("0.98999 x 900"), List.of("0.99001 x 900"))
            .connected();

    @Test
    void anOrderIsFilledByAnySymbolOfItsGroupAtConvertedPrices() {
        desk.market(Side.BUY, "3");
        assertThat(desk.orders()).containsExactly("binance 1 BTC-USDT", "coinbase 2 BTC-USD");
        var inDollars = desk.ordered("coinbase").orElseThrow().terms();
        assertThat(inDollars.px().orElseThrow()).isBetween(Px.of("100"), Px.of("100.5"));
        assertThat(inDollars.tif()).isEqualTo(Tif.IOC);
        desk.trades("binance", "1", "101").trades("coinbase", "2", "100");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("3"));
        assertThat(desk.parent().avgPx()).isEmpty();
    }

    @Test
    void withoutALiveConversionTheOrderStaysWithItsOwnSymbol() {
        desk.book("coinbase", "USDT-USD").breakIt();
        desk.market(Side.BUY, "3");
        assertThat(desk.orders()).containsExactly("binance 3 BTC-USDT");
        assertThat(desk.core().books().groups().get(0).apart()).hasSize(1);
    }

    @Test
    void whatDiesInTheOtherQuoteIsPlannedAgainAtTheFirstLimit() {
        desk.market(Side.BUY, "3");
        desk.trades("binance", "1", "101").says("coinbase", new OrderNews.Ended(Closure.of(Reason.IOC_REMAINDER)));
        desk.book("coinbase", "BTC-USD").breakIt();
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.orders()).containsExactly("binance 1 BTC-USDT", "binance 2 BTC-USDT", "coinbase 2 BTC-USD");
    }

    @Test
    void aRestingOrderRestsInItsOwnQuoteAndWhatItTakesElsewhereDoesNotRest() {
        desk.place(Terms.limit(MarketScenario.BTC, Side.BUY, Qty.of("5"), Px.of("101.1"), Tif.GTC));
        assertThat(desk.orders()).containsExactly("binance 3 BTC-USDT", "coinbase 2 BTC-USD");
        assertThat(desk.ordered("binance").orElseThrow().terms().tif()).isEqualTo(Tif.GTC);
        assertThat(desk.ordered("coinbase").orElseThrow().terms().tif()).isEqualTo(Tif.IOC);
        desk.says("binance", new OrderNews.Acknowledged(new OrderId("B")))
                .says("coinbase", new OrderNews.Ended(Closure.of(Reason.IOC_REMAINDER)));
        desk.book("coinbase", "BTC-USD").quote(List.of("99.9 x 5"), List.of("100.4 x 9"));
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.orders()).contains("binance 2 BTC-USDT");
    }

    @Test
    void everySymbolOfTheGroupMayBeAskedFor() {
        desk.place(new Terms(Symbol.of("BTC-USD"), Side.SELL, Qty.of("6"), Optional.empty(), Tif.IOC, false, false));
        assertThat(desk.orders()).containsExactly("binance 1 BTC-USDT", "coinbase 5 BTC-USD");
    }
}
