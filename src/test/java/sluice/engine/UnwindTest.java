package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.engine.view.AlertView;
import sluice.market.Side;
import sluice.market.consolidated.Groups;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.OrderNews;

/** One leg done, the other venue down: what would undo it is proposed, and nothing of it is sent. */
class UnwindTest {

    private final MarketScenario desk = new MarketScenario(Groups.NONE, "binance", "bybit")
            .listing("binance", "BTC-USDT", "0.001", List.of("99.98 x 5"), List.of("100 x 2", "100.2 x 5"))
            .listing("bybit", "BTC-USDT", "0.0005", List.of("99.97 x 5"), List.of("100.01 x 1", "100.1 x 4"))
            .connected();

    private List<String> proposals() {
        return desk.core().view().alerts().happened().stream()
                .filter(alert -> alert.kind().equals("UNWIND"))
                .map(AlertView::text)
                .toList();
    }

    @Test
    void theOtherVenueIsDownSoWhatWouldUndoTheFirstLegIsProposedAndNotSent() {
        desk.market(Side.BUY, "4");
        desk.trades("binance", "2", "100");
        desk.says("bybit", new OrderNews.NotSent(new Request.New(), "the connection was refused"));
        desk.pass(Duration.ofSeconds(5));

        assertThat(proposals()).singleElement().asString().contains("2 of 4 done", "sell 2 BTC-USDT --on binance");
        assertThat(desk.orders()).containsExactly("binance 2 BTC-USDT", "bybit 2 BTC-USDT");
    }

    @Test
    void anOrderThatRunsOutOfMarketNeedsNone() {
        desk.market(Side.BUY, "4");
        desk.trades("binance", "2", "100");
        desk.says("bybit", new OrderNews.Ended(Closure.of(Reason.FOK_UNFILLED)));
        desk.pass(Duration.ofSeconds(5));
        assertThat(proposals()).isEmpty();
    }

    @Test
    void whatNothingWasDoneOfNeedsNone() {
        desk.market(Side.BUY, "0.5");
        desk.says("bybit", new OrderNews.NotSent(new Request.New(), "the connection was refused"));
        desk.pass(Duration.ofSeconds(5));
        assertThat(proposals()).isEmpty();
    }
}
