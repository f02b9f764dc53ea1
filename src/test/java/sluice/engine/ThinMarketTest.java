package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.consolidated.Groups;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;

/** Of an order at the market four fifths must stand inside the collar, over all the venues it may go to. */
class ThinMarketTest {

    private final MarketScenario desk = new MarketScenario(Groups.NONE, "binance", "bybit")
            .listing("binance", "BTC-USDT", "0", List.of("99.98 x 5"), List.of("100 x 4", "109 x 50"))
            .listing("bybit", "BTC-USDT", "0", List.of("99.97 x 5"), List.of("100.01 x 4", "109 x 50"))
            .connected();

    private Answer.Refused refused(String qty, String... on) {
        return (Answer.Refused) desk.market(Side.BUY, qty, on).join();
    }

    @Test
    void whatTheBooksCannotCarryIsRefusedWithWhatTheyCan() {
        var refused = refused("10.001");
        assertThat(refused.code()).isEqualTo("ROUTE_THIN");
        assertThat(refused.message()).contains("only 8 of 10.001", "Send 8 or less, widen --collar", "--at");
        assertThat(refused.detail()).containsEntry("limit", "8").containsEntry("value", "10.001");
        assertThat(desk.orders()).isEmpty();
        assertThat(desk.core().view().orders().parents()).isEmpty();
    }

    @Test
    void fourFifthsAreEnough() {
        desk.market(Side.BUY, "10");
        assertThat(desk.orders()).containsExactly("binance 4 BTC-USDT", "bybit 4 BTC-USDT");
        assertThat(desk.parent().unplannedQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void theVenuesThatWereNamedMustCarryItAlone() {
        assertThat(refused("6", "binance").code()).isEqualTo("ROUTE_THIN");
        desk.market(Side.BUY, "6");
        assertThat(desk.orders()).hasSize(2);
    }

    @Test
    void aPlanThatIsRefusedForItIsStillShown() {
        var asked = new Terms(MarketScenario.BTC, Side.BUY, Qty.of("20"), Optional.empty(), Tif.IOC, false, false);
        var preview = (Answer.Previewed) desk.ask(new Command.Preview(asked, Optional.empty(), MarketScenario.on()))
                .join();
        assertThat(preview.plan().legs()).hasSize(2);
        assertThat(preview.refusal().orElseThrow().code()).isEqualTo("ROUTE_THIN");
    }

    @Test
    void anOrderWithAPriceOfItsOwnTakesWhatThereIs() {
        var ioc = new Terms(
                MarketScenario.BTC, Side.BUY, Qty.of("20"), Optional.of(Px.of("100.1")), Tif.IOC, false, false);
        desk.place(ioc);
        assertThat(desk.orders()).containsExactly("binance 4 BTC-USDT", "bybit 4 BTC-USDT");
    }

    @Test
    void whoGetsOutTakesWhatThereIs() {
        desk.market(Side.BUY, "4", "binance");
        desk.trades("binance", "4", "100");
        desk.book("binance", "BTC-USDT").quote(List.of("99.98 x 1", "90 x 50"), List.of("100 x 4"));
        desk.market(Side.SELL, "4", "binance");
        assertThat(desk.ordered("binance").orElseThrow().terms().side()).isEqualTo(Side.SELL);
        assertThat(desk.ordered("binance").orElseThrow().terms().orderQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void whatALaterWaveFindsThinIsTakenAllTheSame() {
        desk.market(Side.BUY, "8");
        desk.trades("binance", "4", "100");
        desk.trades("bybit", "1", "100.01");
        desk.says("bybit", new OrderNews.Ended(Closure.of(Reason.IOC_REMAINDER)));
        desk.book("binance", "BTC-USDT").quote(List.of("99.98 x 5"), List.of("100 x 0.5", "109 x 50"));
        desk.book("bybit", "BTC-USDT").quote(List.of("99.98 x 5"), List.of("100 x 0.5", "109 x 50"));
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.orders()).contains("binance 0.5 BTC-USDT", "bybit 0.5 BTC-USDT");
    }
}
