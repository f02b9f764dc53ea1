package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What anybody may ask over REST. */
class MarketDataTest {

    private final SimBinance venue = new SimBinance();

    @Test
    void exchangeInfoListsEverySymbolWithItsFilters() {
        var info = venue.get("/api/v3/exchangeInfo").body();
        assertThat(info.path("symbols").findValuesAsText("symbol")).contains("BTCUSDT", "ETHBTC");
        var btc = symbol(info, "BTCUSDT");
        assertThat(btc.path("status").asText()).isEqualTo("TRADING");
        assertThat(filter(btc, "PRICE_FILTER").path("tickSize").asText()).isEqualTo("0.01000000");
        assertThat(filter(btc, "LOT_SIZE").path("stepSize").asText()).isEqualTo("0.00001000");
        assertThat(filter(btc, "NOTIONAL").path("minNotional").asText()).isEqualTo("5.00000000");
        assertThat(filter(btc, "MAX_NUM_ORDERS").path("maxNumOrders").isInt()).isTrue();
        assertThat(btc.path("permissions")).isEmpty();
        assertThat(btc.path("permissionSets").get(0).get(0).asText()).isEqualTo("SPOT");
    }

    @Test
    void exchangeInfoTellsTheLimitsItKeeps() {
        var limits = venue.get("/api/v3/exchangeInfo?symbol=BTCUSDT").body().path("rateLimits");
        assertThat(limits.findValuesAsText("rateLimitType"))
                .containsExactly("REQUEST_WEIGHT", "ORDERS", "ORDERS", "RAW_REQUESTS");
        assertThat(limits.get(0).path("limit").asInt()).isEqualTo(6_000);
    }

    @Test
    void symbolsAreAskedForByNameOrList() {
        assertThat(venue.get("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22,%22ETHUSDT%22%5D")
                        .body()
                        .path("symbols"))
                .hasSize(2);
        assertThat(venue.get("/api/v3/exchangeInfo?symbol=NONE").code()).isEqualTo(-1121);
        assertThat(venue.get("/api/v3/exchangeInfo?symbol=BTCUSDT&symbols=%5B%22BTCUSDT%22%5D")
                        .code())
                .isEqualTo(-1128);
        assertThat(venue.get("/api/v3/exchangeInfo?symbols=BTCUSDT").code()).isEqualTo(-1100);
        assertThat(venue.get("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22,%22BTCUSDT%22%5D")
                        .code())
                .isEqualTo(-1151);
    }

    @Test
    void theBookIsAsDeepAsAskedForAndBestFirst() {
        var book = venue.get("/api/v3/depth?symbol=BTCUSDT&limit=7").body();
        assertThat(book.path("bids")).hasSize(7);
        assertThat(book.at("/bids/0/0").asDouble())
                .isGreaterThan(book.at("/bids/6/0").asDouble());
        assertThat(book.at("/asks/0/0").asDouble())
                .isGreaterThan(book.at("/bids/0/0").asDouble());
        assertThat(venue.get("/api/v3/depth?symbol=BTCUSDT").body().path("bids"))
                .hasSizeLessThanOrEqualTo(100);
        assertThat(venue.get("/api/v3/depth").code()).isEqualTo(-1102);
        assertThat(venue.get("/api/v3/depth?symbol=BTCUSDT&limit=0").code()).isEqualTo(-1130);
        assertThat(venue.get("/api/v3/depth?symbol=BTCUSDT&limit=x").code()).isEqualTo(-1100);
    }

    @Test
    void tradesAreListedOldestFirst() {
        venue.frozen();
        venue.market("BUY", "0.001", "x-1");
        venue.market("SELL", "0.002", "x-2");
        var trades = venue.get("/api/v3/trades?symbol=BTCUSDT&limit=2").body();
        assertThat(trades.get(0).path("isBuyerMaker").asBoolean()).isFalse();
        assertThat(trades.get(1).path("isBuyerMaker").asBoolean()).isTrue();
        assertThat(trades.get(1).path("qty").asText()).isEqualTo("0.00200000");
        assertThat(venue.get("/api/v3/aggTrades?symbol=BTCUSDT&limit=1")
                        .body()
                        .get(0)
                        .path("q")
                        .asText())
                .isEqualTo("0.00200000");
    }

    @Test
    void tickersAreOneObjectForOneSymbolAndAListForMore() {
        assertThat(venue.get("/api/v3/ticker/bookTicker?symbol=BTCUSDT")
                        .body()
                        .path("bidPrice")
                        .asDouble())
                .isPositive();
        assertThat(venue.get("/api/v3/ticker/price").body())
                .hasSize(venue.exchange.listings().size());
        var day = venue.after(2_000).get("/api/v3/ticker/24hr?symbol=BTCUSDT").body();
        assertThat(day.path("highPrice").asDouble())
                .isGreaterThanOrEqualTo(day.path("lowPrice").asDouble());
    }

    @Test
    void aPathNobodyServesIsNotFound() {
        assertThat(venue.get("/api/v1/ping").status()).isEqualTo(404);
        assertThat(venue.signed("POST", "/api/v3/userDataStream", "").status()).isEqualTo(404);
    }

    private static JsonNode symbol(JsonNode info, String name) {
        return StreamSupport.stream(info.path("symbols").spliterator(), false)
                .filter(symbol -> symbol.path("symbol").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode filter(JsonNode symbol, String type) {
        return StreamSupport.stream(symbol.path("filters").spliterator(), false)
                .filter(filter -> filter.path("filterType").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
