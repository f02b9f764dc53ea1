package sluice.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

/** What the admin endpoint takes and tells. */
class AdminTest {

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | POST | /venues/kraken/faults  | {"kind":"gap"}
            404 | POST | /venues/binance/moods  | {}
            400 | POST | /venues/binance/faults | {"kind":"earthquake"}
            400 | POST | /venues/binance/faults | {"kind":"corrupt-checksum"}
            400 | POST | /venues/binance/faults | {"kind":"gap","count":0}
            400 | POST | /venues/binance/faults | nonsense
            400 | POST | /venues/binance/trade  | {"symbol":"BTCUSDT","side":"hold","px":"1","qty":"1"}
            400 | POST | /venues/binance/trade  | {"symbol":"BTCUSDT","side":"sell","px":"x","qty":"1"}
            400 | POST | /venues/binance/market | {"symbol":"BTCEUR","mid":"1"}
            400 | POST | /market                | {"frozen":"yes"}
            400 | POST | /clock                 | {"advanceMs":0}
            """)
    void whatMakesNoSenseIsRefusedWithAReason(int status, String method, String path, String body)
            throws IOException, InterruptedException {
        var response = wire.change(method, path, body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Wire.json(response.body()).path("error").asText()).isNotBlank();
    }

    @Test
    void faultsAreArmedListedAndTakenBack() throws IOException, InterruptedException {
        var id = wire.post("/venues/binance/faults", "{\"kind\":\"delay\",\"match\":\"GET /api/v3/ping\",\"ms\":1}");
        assertThat(id.path("id").asText()).isEqualTo("F-1");
        wire.get(wire.venue.rest() + "/api/v3/ping");
        var listed = wire.admin("/venues/binance/faults").get(0);
        assertThat(listed.path("kind").asText()).isEqualTo("delay");
        assertThat(listed.path("fired").asInt()).isEqualTo(1);
        wire.change("DELETE", "/venues/binance/faults", "");
        assertThat(wire.admin("/venues/binance/faults")).isEmpty();
    }

    @Test
    void aReplacedAnswerHasTheHeadersAskedFor() throws IOException, InterruptedException {
        wire.post(
                "/venues/binance/faults",
                "{\"kind\":\"http\",\"status\":503,\"headers\":{\"Retry-After\":\"7\"},\"body\":\"<html>\"}");
        var response = wire.get(wire.venue.rest() + "/api/v3/ping");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(response.body()).isEqualTo("<html>");
    }

    @Test
    void somebodyElseTradesAgainstARestingOrder() throws IOException, InterruptedException {
        wire.post("/market", "{\"frozen\":true}");
        wire.buy("50000", "x-1");
        var traded = wire.post(
                "/venues/binance/trade",
                "{\"symbol\":\"BTCUSDT\",\"side\":\"SELL\",\"px\":\"50000\",\"qty\":\"0.004\"}");
        assertThat(traded.path("againstAccounts").asText()).isEqualTo("0.004");
        var order = wire.admin("/venues/binance/orders").get(0);
        assertThat(order.path("state").asText()).isEqualTo("PARTIALLY_FILLED");
        assertThat(order.path("cumQty").asText()).isEqualTo("0.004");
    }

    @Test
    void theMarketMovesWhereItIsTold() throws IOException, InterruptedException {
        wire.post("/venues/binance/market", "{\"symbol\":\"BTCUSDT\",\"mid\":\"80000\",\"regime\":\"calm\"}");
        var book = wire.admin("/venues/binance/book?symbol=BTCUSDT");
        assertThat(book.at("/bids/0/0").asDouble()).isBetween(79_000.0, 80_100.0);
        assertThat(book.at("/asks/0/0").asDouble())
                .isGreaterThan(book.at("/bids/0/0").asDouble());
    }

    @Test
    void accountsShowTheirBalances() throws IOException, InterruptedException {
        var accounts = wire.admin("/venues/binance/accounts");
        assertThat(accounts).hasSize(1);
        assertThat(accounts.get(0).path("account").asText()).isEqualTo("desk");
        assertThat(accounts.get(0).path("balances").findValuesAsText("asset")).contains("BTC", "USDT");
    }

    @Test
    void onTheWallClockNobodyAdvancesTime() throws IOException, InterruptedException {
        var wall = SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), Wire.STILL);
        try (var other = new Wire(wall)) {
            assertThat(other.change("POST", "/clock", "{\"advanceMs\":5}").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void everyVenueTellsWhatItQuotesAndWhatThatIsWorth() throws IOException, InterruptedException {
        try (var all = new Wire(Wire.all())) {
            var worth =
                    all.admin("/venues/binance/prices").get(0).path("efficient").asDouble();
            var bybit = all.admin("/venues/bybit/prices");
            for (var price : bybit) {
                assertThat(price.at("/bid/0").asDouble())
                        .isLessThan(price.at("/ask/0").asDouble());
            }
            assertThat(bybit.findValuesAsText("listing")).contains("BTCUSDT", "BTCUSDT-PERP");
            assertThat(bybit.get(0).path("efficient").asDouble()).isCloseTo(worth, within(1.0));
            assertThat(all.admin("/venues/bybit/positions")).isEmpty();
        }
    }
}
