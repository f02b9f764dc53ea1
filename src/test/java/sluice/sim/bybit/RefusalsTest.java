package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.sim.bybit.SimBybit.order;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.sim.front.Ask;

/** What is refused, with the venue's codes; nearly all of it over HTTP 200. */
class RefusalsTest {

    private final SimBybit venue = new SimBybit().frozen();

    @ParameterizedTest
    @CsvSource({
        "spot, qty, 0.0000001, 170137",
        "linear, qty, 0.0001, 10001",
        "spot, price, 50000.01, 170134",
        "spot, price, 400000, 170193",
        "linear, price, 400000, 110003",
        "spot, qty, 0.00001, 170140",
        "spot, qty, 1400, 170131",
        "linear, qty, 1100, 110007",
        "linear, side, buy, 10001",
        "linear, timeInForce, SOON, 10001",
        "linear, symbol, XYZUSDT, 10001",
        "spot, symbol, XYZUSDT, 170121",
        "linear, category, futures, 10001",
        "linear, positionIdx, 1, 10001",
        "linear, triggerPrice, 60000, 10001",
        "linear, orderLinkId, a b, 10001",
        "linear, qty, -1, 10001"
    })
    void anOrderThatCannotBeIsRefused(String category, String field, String value, int code) {
        var body =
                order(category, "Buy", "0.01", "x-1").put("orderType", "Limit").put("price", venue.low());
        assertThat(venue.place(body.put(field, value)).code()).isEqualTo(code);
        assertThat(venue.exchange.orders("desk")).isEmpty();
    }

    @Test
    void aQuantityIsAText() {
        var body = order("linear", "Buy", "0.01", "x-1");
        assertThat(venue.place(body.put("qty", 0.01)).code()).isEqualTo(10001);
        assertThat(venue.post("/v5/order/create", "no json").code()).isEqualTo(10001);
    }

    @Test
    void nothingCanBeReducedThatIsNotThere() {
        var body = order("linear", "Sell", "0.01", "x-1").put("reduceOnly", true);
        assertThat(venue.place(body).code()).isEqualTo(110017);
    }

    @Test
    void anOrderThatIsNotThereCannotBeCancelledOrAmended() {
        assertThat(venue.cancel("spot", "x-1").code()).isEqualTo(170213);
        assertThat(venue.cancel("linear", "x-1").code()).isEqualTo(110001);
        var nameless = venue.post("/v5/order/cancel", "{\"category\":\"spot\",\"symbol\":\"BTCUSDT\"}");
        assertThat(nameless.code()).isEqualTo(10001);
        venue.limit("linear", "Buy", "0.01", venue.low(), "x-1");
        var unchanged = venue.post(
                "/v5/order/amend",
                "{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"orderLinkId\":\"x-1\",\"qty\":\"0.01\"}");
        assertThat(unchanged.code()).isEqualTo(10001);
    }

    @Test
    void aStaleAnUnsignedAndAnAlteredRequestAreRefused() {
        var path = "/v5/account/info?";
        assertThat(SimBybit.answer(venue.front.http(Ask.to("GET", path, Map.of(), "")))
                        .code())
                .isEqualTo(10003);
        var late = venue.signature(venue.millis() - 6_000, "5000", "");
        assertThat(SimBybit.answer(venue.front.http(Ask.to("GET", path, late, "")))
                        .code())
                .isEqualTo(10002);
        var wide = venue.signature(venue.millis() - 6_000, "10000", "");
        assertThat(SimBybit.answer(venue.front.http(Ask.to("GET", path, wide, "")))
                        .code())
                .isZero();
        var altered = new TreeMap<>(venue.signature(venue.millis(), "5000", ""));
        altered.put("X-BAPI-SIGN", "00");
        assertThat(SimBybit.answer(venue.front.http(Ask.to("GET", path, altered, "")))
                        .code())
                .isEqualTo(10004);
    }

    @Test
    void whatHttpItselfRefuses() {
        assertThat(venue.get("/v5/nowhere").status()).isEqualTo(404);
        var withBody = venue.front.http(Ask.to("GET", "/v5/market/time", Map.of(), "{}"));
        assertThat(SimBybit.answer(withBody).status()).isEqualTo(403);
    }

    @Test
    void anAccountMayAskSoOftenASecond() {
        for (int i = 0; i < 10; i++) {
            var answer = venue.cancel("linear", "x-1");
            assertThat(answer.headers()).containsEntry("X-Bapi-Limit-Status", String.valueOf(9 - i));
        }
        var refused = venue.cancel("linear", "x-1");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.code()).isEqualTo(10006);
        assertThat(refused.headers())
                .containsEntry("X-Bapi-Limit", "10")
                .containsEntry("X-Bapi-Limit-Status", "0")
                .containsEntry("X-Bapi-Limit-Reset-Timestamp", String.valueOf(venue.millis() + 1_000));
        assertThat(venue.limit("linear", "Buy", "0.01", venue.low(), "x-1").code())
                .isZero();
        venue.after(1_000);
        assertThat(venue.cancel("linear", "x-1").code()).isZero();
    }

    @Test
    void tooManyRequestsOfOneIpAreForbiddenForTenMinutes() {
        var busy = new SimBybit(20, Pace.USUAL);
        for (int i = 0; i < 20; i++) {
            assertThat(busy.get("/v5/market/time").code()).isZero();
        }
        assertThat(busy.get("/v5/market/time").status()).isEqualTo(403);
        busy.after(9 * 60_000);
        assertThat(busy.get("/v5/market/time").status()).isEqualTo(403);
        busy.connect(1, "/v5/public/spot");
        assertThat(busy.isCut(1)).isTrue();
        busy.after(61_000);
        assertThat(busy.get("/v5/market/time").status()).isEqualTo(200);
    }
}
