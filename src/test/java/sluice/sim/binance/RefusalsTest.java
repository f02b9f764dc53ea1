package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.sim.front.Ask;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Each error code by a request that provokes it. */
class RefusalsTest {

    private final SimBinance venue = new SimBinance().frozen();

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            -1100 | timeInForce=GTC&type=LIMIT&quantity=1e3&price=50000 | 'quantity'
            -1100 | timeInForce=GTC&type=LIMIT&quantity=-1&price=50000 | 'quantity'
            -1100 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&newClientOrderId=a.b | 'newClientOrderId'
            -1100 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&newClientOrderId=%20 | 'newClientOrderId'
            -1101 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&price=50001 | Duplicate values
            -1102 | type=LIMIT&quantity=1&price=50000 | 'timeInForce'
            -1102 | type=LIMIT&timeInForce=GTC&price=50000 | 'quantity'
            -1102 | type=LIMIT&timeInForce=GTC&quantity=1 | 'price'
            -1102 | type=MARKET | 'quantity' or 'quoteOrderQty'
            -1104 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&surprise=1 | read '8'
            -1105 | timeInForce=GTC&type=LIMIT&quantity=&price=50000 | 'quantity'
            -1106 | type=MARKET&quantity=1&timeInForce=IOC | 'timeInForce'
            -1106 | type=MARKET&quantity=1&price=50000 | 'price'
            -1106 | type=LIMIT_MAKER&quantity=1&price=50000&timeInForce=GTC | 'timeInForce'
            -1106 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&stopPrice=1 | 'stopPrice'
            -1111 | timeInForce=GTC&type=LIMIT&quantity=0.123456789&price=50000 | 'quantity'
            -1115 | timeInForce=GTD&type=LIMIT&quantity=1&price=50000 | Invalid timeInForce.
            -1116 | timeInForce=GTC&type=PEGGED&quantity=1&price=50000 | Invalid orderType.
            -1130 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&newOrderRespType=ALL | 'newOrderRespType'
            -1134 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&strategyType=7 | strategyType
            -1013 | timeInForce=GTC&type=LIMIT&quantity=0&price=50000 | Invalid quantity.
            -1013 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000.001 | Filter failure: PRICE_FILTER
            -1013 | timeInForce=GTC&type=LIMIT&quantity=0.000001&price=50000 | Filter failure: LOT_SIZE
            -1013 | timeInForce=GTC&type=LIMIT&quantity=9001&price=50000 | Filter failure: LOT_SIZE
            -1013 | timeInForce=GTC&type=LIMIT&quantity=0.00001&price=50000 | Filter failure: NOTIONAL
            -1013 | timeInForce=GTC&type=LIMIT&quantity=1&price=1000 | Filter failure: PERCENT_PRICE_BY_SIDE
            -2010 | timeInForce=GTC&type=LIMIT&quantity=101&price=59000 | insufficient balance
            -2010 | type=LIMIT_MAKER&quantity=1&price=70000 | would immediately match
            -2010 | timeInForce=GTC&type=STOP_LOSS_LIMIT&quantity=1&price=50000&stopPrice=1 | Stop loss limit
            -2010 | timeInForce=GTC&type=LIMIT&quantity=1&price=50000&icebergQty=1 | Iceberg
            """)
    void anOrderIsRefusedByItsCode(int code, String params, String message) {
        var answer = venue.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&" + params);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.text("/msg")).contains(message);
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).isEmpty();
    }

    @ParameterizedTest(name = "{1} {2}?{3}")
    @CsvSource(delimiter = '|', textBlock = """
            -1102 | POST | /api/v3/order | side=BUY&type=MARKET&quantity=1
            -1117 | POST | /api/v3/order | symbol=BTCUSDT&side=HOLD&type=MARKET&quantity=1
            -1121 | POST | /api/v3/order | symbol=BTCEUR&side=BUY&type=MARKET&quantity=1
            -1121 | GET | /api/v3/openOrders | symbol=BTCEUR
            -1102 | GET | /api/v3/order | symbol=BTCUSDT
            -2013 | GET | /api/v3/order | symbol=BTCUSDT&origClientOrderId=never
            -2011 | DELETE | /api/v3/order | symbol=BTCUSDT&origClientOrderId=never
            -2011 | DELETE | /api/v3/openOrders | symbol=BTCUSDT
            -1127 | GET | /api/v3/myTrades | symbol=BTCUSDT&startTime=1&endTime=86400002
            -1128 | GET | /api/v3/myTrades | symbol=BTCUSDT&fromId=1&startTime=1
            -1131 | GET | /api/v3/account | recvWindow=60001
            -2038 | PUT | /api/v3/order/amend/keepPriority | symbol=BTCUSDT&orderId=99&newQty=1
            """)
    void anyRequestIsRefusedByItsCode(int code, String method, String path, String params) {
        var answer = venue.signed(method, path, params);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    }

    @Test
    void aClientIdInUseIsRefusedAndFreeAgainAfterTheOrderClosed() {
        assertThat(venue.limit("BUY", "0.01", venue.low(), "x-1").status()).isEqualTo(200);
        var again = venue.limit("BUY", "0.01", venue.low(), "x-1");
        assertThat(again.code()).isEqualTo(-2010);
        assertThat(again.text("/msg")).isEqualTo("Duplicate order sent.");
        venue.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1");
        var reused = venue.limit("BUY", "0.02", venue.low(), "x-1");
        assertThat(reused.status()).isEqualTo(200);
        var newest = venue.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1");
        assertThat(newest.text("/orderId")).isEqualTo(reused.text("/orderId"));
    }

    @Test
    void referencesThatMeanDifferentOrdersAreRefused() {
        var first = venue.limit("BUY", "0.01", venue.low(), "x-1").text("/orderId");
        venue.limit("BUY", "0.01", venue.low(), "x-2");
        var answer = venue.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-2&orderId=" + first);
        assertThat(answer.code()).isEqualTo(-2039);
    }

    @Test
    void aCancelIsRestrictedToWhatItSays() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        var only = "symbol=BTCUSDT&origClientOrderId=x-1&cancelRestrictions=";
        assertThat(venue.signed("DELETE", "/api/v3/order", only + "ONLY_OLD").code())
                .isEqualTo(-1145);
        assertThat(venue.signed("DELETE", "/api/v3/order", only + "ONLY_PARTIALLY_FILLED")
                        .code())
                .isEqualTo(-2011);
        assertThat(venue.signed("DELETE", "/api/v3/order", only + "ONLY_NEW").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1000,-1021", "999,200", "-5000,200", "-5001,-1021"})
    void theTimestampIsHeldToItsWindowOnBothSides(long aheadMillis, int expected) {
        var answer = timed("timestamp=" + (venue.millis() + aheadMillis));
        assertThat(answer.status() == 200 ? 200 : answer.code()).isEqualTo(expected);
    }

    @Test
    void theWindowIsTheSenders() {
        assertThat(timed("recvWindow=10&timestamp=" + (venue.millis() - 11)).code())
                .isEqualTo(-1021);
        assertThat(timed("recvWindow=10.5&timestamp=" + (venue.millis() - 10)).status())
                .isEqualTo(200);
        assertThat(timed("recvWindow=60000&timestamp=" + (venue.millis() - 60_000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void microsecondsAreTimestampsToo() {
        assertThat(timed("timestamp=" + venue.millis() * 1_000).status()).isEqualTo(200);
        assertThat(timed("timestamp=" + (venue.millis() - 5_001) * 1_000).code())
                .isEqualTo(-1021);
    }

    @Test
    void aSkewedVenueClockRefusesWhatIsInTimeElsewhere() {
        venue.arm(Fault.once(FaultKind.CLOCK_SKEW).with("ms", 6_000));
        assertThat(timed("timestamp=" + venue.millis()).code()).isEqualTo(-1021);
        assertThat(venue.get("/api/v3/time").body().path("serverTime").asLong()).isEqualTo(venue.millis() + 6_000);
    }

    @Test
    void keysAreChecked() {
        assertThat(keyed(Map.of()).code()).isEqualTo(-2014);
        assertThat(keyed(Map.of("X-MBX-APIKEY", "a b")).code()).isEqualTo(-2014);
        assertThat(keyed(Map.of("X-MBX-APIKEY", "somebody-elses")).code()).isEqualTo(-2015);
        assertThat(keyed(Map.of("x-mbx-apikey", SimBinance.KEY)).code()).isEqualTo(-1022);
    }

    @Test
    void aMissingSignatureIsAMissingParameter() {
        var ask = Ask.to(
                "GET", "/api/v3/account?timestamp=" + venue.millis(), Map.of("X-MBX-APIKEY", SimBinance.KEY), "");
        var answer = SimBinance.answer(venue.front.http(ask));
        assertThat(answer.code()).isEqualTo(-1102);
        assertThat(answer.text("/msg")).contains("'signature'");
    }

    private SimBinance.Answer keyed(Map<String, String> headers) {
        var target = "/api/v3/account?timestamp=" + venue.millis() + "&signature=00";
        return SimBinance.answer(venue.front.http(Ask.to("GET", target, headers, "")));
    }

    private SimBinance.Answer timed(String params) {
        var target = "/api/v3/account?" + params + "&signature=" + SimBinance.hmac(params);
        return SimBinance.answer(venue.front.http(Ask.to("GET", target, Map.of("X-MBX-APIKEY", SimBinance.KEY), "")));
    }
}
