package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.sim.bybit.SimBybit.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Money, fees, positions and leverage over REST. */
class AccountTest {

    private static final String POSITIONS = "/v5/position/list?category=linear&";
    private static final String WALLET = "/v5/account/wallet-balance?accountType=UNIFIED";

    private final SimBybit venue = new SimBybit().frozen();

    @Test
    void aFlatPositionIsShownWhenItsSymbolIsAskedFor() {
        var flat = venue.asked(POSITIONS + "symbol=BTCUSDT").list().get(0);
        assertThat(flat.path("size").asText()).isEqualTo("0");
        assertThat(flat.path("side").asText()).isEmpty();
        assertThat(flat.path("liqPrice").asText()).isEmpty();
        assertThat(venue.asked(POSITIONS + "settleCoin=USDT").list()).isEmpty();
        assertThat(venue.asked("/v5/position/list?category=linear").code()).isEqualTo(10001);
        venue.market("linear", "Buy", "0.1", "x-1");
        assertThat(venue.asked(POSITIONS + "settleCoin=USDT").list()).hasSize(1);
    }

    @Test
    void reducingClosesAndLeavesTheRest() {
        venue.market("linear", "Buy", "0.5", "x-1");
        venue.place(order("linear", "Sell", "9", "x-2").put("reduceOnly", true));
        assertThat(venue.asked(POSITIONS + "symbol=BTCUSDT")
                        .list()
                        .get(0)
                        .path("size")
                        .asText())
                .isEqualTo("0");
        var closing = venue.asked("/v5/execution/list?category=linear&orderLinkId=x-2")
                .list();
        assertThat(closing.get(0).path("closedSize").asText())
                .isEqualTo(closing.get(0).path("execQty").asText());
    }

    @Test
    void leverageIsSetOnceAndForBothSides() {
        var twenty = "{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"buyLeverage\":\"20\",\"sellLeverage\":\"20\"}";
        assertThat(venue.post("/v5/position/set-leverage", twenty).code()).isZero();
        assertThat(venue.post("/v5/position/set-leverage", twenty).code()).isEqualTo(110043);
        assertThat(venue.post("/v5/position/set-leverage", twenty.replace("20", "200"))
                        .code())
                .isEqualTo(10001);
        assertThat(venue.post("/v5/position/set-leverage", twenty.replaceFirst("20", "30"))
                        .code())
                .isEqualTo(10001);
        assertThat(venue.asked(POSITIONS + "symbol=BTCUSDT")
                        .list()
                        .get(0)
                        .path("leverage")
                        .asText())
                .isEqualTo("20");
        assertThat(venue.post("/v5/position/switch-mode", "{\"category\":\"linear\",\"mode\":3}")
                        .code())
                .isEqualTo(10001);
    }

    @Test
    void marginIsBesideWhatSpotOrdersLock() {
        venue.limit("spot", "Buy", "1", "50000", "x-1");
        venue.limit("linear", "Buy", "1", "50000", "x-2");
        venue.market("linear", "Sell", "2", "x-3");
        var usdt = coin("USDT");
        assertThat(usdt.path("locked").asText()).isEqualTo("50000");
        assertThat(decimal(usdt, "totalPositionIM")).isBetween(new BigDecimal(11_900), new BigDecimal(12_100));
        assertThat(decimal(usdt, "totalOrderIM")).isEqualByComparingTo("0");
        assertThat(decimal(usdt, "equity").subtract(decimal(usdt, "walletBalance")))
                .isEqualByComparingTo(decimal(usdt, "unrealisedPnl"));
        assertThat(usdt.path("availableToWithdraw").asText()).isEmpty();
        assertThat(venue.asked(WALLET + "&coin=BTC").body().at("/result/list/0/coin"))
                .hasSize(1);
    }

    @Test
    void feesDifferByCategory() {
        var spot = venue.asked("/v5/account/fee-rate?category=spot&symbol=BTCUSDT")
                .list()
                .get(0);
        assertThat(spot.path("takerFeeRate").asText()).isEqualTo("0.001");
        var linear = venue.asked("/v5/account/fee-rate?category=linear&symbol=BTCUSDT")
                .list()
                .get(0);
        assertThat(linear.path("takerFeeRate").asText()).isEqualTo("0.00055");
        assertThat(linear.path("makerFeeRate").asText()).isEqualTo("0.0002");
    }

    @Test
    void theKeyMayTradeAndNotWithdraw() {
        var key = venue.asked("/v5/user/query-api?");
        assertThat(key.body().at("/result/permissions/Wallet")).isEmpty();
        assertThat(key.body().at("/result/uta").asInt()).isEqualTo(1);
        assertThat(key.body().toString()).doesNotContain(SimBybit.SECRET);
        assertThat(venue.asked("/v5/account/info?")
                        .body()
                        .at("/result/unifiedMarginStatus")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void fundingIsAnExecutionThatMovesNoOrder() {
        venue.market("linear", "Buy", "1", "x-1");
        venue.listening(1, "execution");
        venue.world.freeze(false);
        venue.leap(Duration.ofHours(8).minusSeconds(5)).after(10_000);
        var told = venue.items(1, "execution").get(0);
        assertThat(told.path("execType").asText()).isEqualTo("Funding");
        assertThat(decimal(told, "execFee")).isBetween(new BigDecimal("5.5"), new BigDecimal("6.5"));
        var listed = venue.asked("/v5/execution/list?category=linear&execType=Funding")
                .list();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("execId").asText())
                .isEqualTo(told.path("execId").asText());
    }

    private JsonNode coin(String name) {
        for (var coin : venue.asked(WALLET).body().at("/result/list/0/coin")) {
            if (coin.path("coin").asText().equals(name)) {
                return coin;
            }
        }
        throw new AssertionError(name);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }
}
