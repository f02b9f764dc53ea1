package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Orders over REST: what is answered, and what stands afterwards. */
class OrdersTest {

    private final SimBinance venue = new SimBinance().frozen();

    @Test
    void aRestingOrderIsAnsweredInFull() {
        var answer = venue.limit("BUY", "0.01", venue.low(), "x-1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/clientOrderId")).isEqualTo("x-1");
        assertThat(answer.text("/status")).isEqualTo("NEW");
        assertThat(answer.text("/origQty")).isEqualTo("0.01000000");
        assertThat(answer.text("/cummulativeQuoteQty")).isEqualTo("0.00000000");
        assertThat(answer.body().path("orderListId").asInt()).isEqualTo(-1);
        assertThat(answer.body().path("fills")).isEmpty();
        assertThat(answer.body().path("transactTime").asLong()).isEqualTo(venue.millis());
    }

    @Test
    void aMarketOrderIsAnsweredWithItsFills() {
        var answer = venue.market("BUY", "0.5", "x-1");
        assertThat(answer.text("/status")).isEqualTo("FILLED");
        var fills = answer.body().path("fills");
        var filled = StreamSupport.stream(fills.spliterator(), false)
                .map(fill -> new BigDecimal(fill.path("qty").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(filled).isEqualByComparingTo("0.5");
        assertThat(fills.get(0).path("commissionAsset").asText()).isEqualTo("BTC");
    }

    @Test
    void theAnswerTellsAsMuchAsWasAskedFor() {
        var order = SimBinance.order("BUY", "0.01", venue.low(), "x-");
        var ack = venue.signed("POST", "/api/v3/order", order + "1&newOrderRespType=ACK");
        assertThat(ack.body().has("status")).isFalse();
        var result = venue.signed("POST", "/api/v3/order", order + "2&newOrderRespType=RESULT");
        assertThat(result.body().has("status")).isTrue();
        assertThat(result.body().has("fills")).isFalse();
        var maker = "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=" + venue.low();
        assertThat(venue.signed("POST", "/api/v3/order", maker).body().has("status"))
                .isFalse();
    }

    @Test
    void anImmediateOrderThatFindsNothingExpiresWithoutAnError() {
        var order = SimBinance.order("BUY", "0.01", venue.low(), "x-1").replace("GTC", "IOC");
        var answer = venue.signed("POST", "/api/v3/order", order);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("EXPIRED");
        assertThat(answer.text("/expiryReason")).isEqualTo("UNFILLED_IOC_QUANTITY_EXPIRED");
    }

    @Test
    void anOrderWithoutAnIdIsGivenOne() {
        var order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=" + venue.low();
        var one = venue.signed("POST", "/api/v3/order", order).text("/clientOrderId");
        var other = venue.signed("POST", "/api/v3/order", order).text("/clientOrderId");
        assertThat(one).matches("[a-zA-Z0-9-_]{1,36}").isNotEqualTo(other);
    }

    @Test
    void aCancelGoesByItsOwnId() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        var answer =
                venue.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1&newClientOrderId=c-1");
        assertThat(answer.text("/origClientOrderId")).isEqualTo("x-1");
        assertThat(answer.text("/clientOrderId")).isEqualTo("c-1");
        assertThat(answer.text("/status")).isEqualTo("CANCELED");
        var again = venue.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1");
        assertThat(again.code()).isEqualTo(-2011);
    }

    @Test
    void allOpenOrdersOfASymbolAreCancelled() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        venue.limit("BUY", "0.02", venue.low(), "x-2");
        var answer = venue.signed("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT");
        assertThat(answer.body()).hasSize(2);
        assertThat(venue.signed("GET", "/api/v3/openOrders", "").body()).isEmpty();
    }

    @Test
    void aTestedOrderIsNotPlaced() {
        var answer = venue.signed("POST", "/api/v3/order/test", SimBinance.order("BUY", "0.01", venue.low(), "x-1"));
        assertThat(answer.status()).isEqualTo(200);
        var offGrid = SimBinance.order("BUY", "0.01", "50000.001", "x-1");
        assertThat(venue.signed("POST", "/api/v3/order/test", offGrid).text("/msg"))
                .isEqualTo("Filter failure: PRICE_FILTER");
        assertThat(venue.exchange.orders("desk")).isEmpty();
    }

    @Test
    void anAmendmentKeepsTheOrder() {
        var id = venue.limit("BUY", "0.02", venue.low(), "x-1").text("/orderId");
        var answer = amend("origClientOrderId=x-1&newQty=0.01");
        assertThat(answer.text("/amendedOrder/orderId")).isEqualTo(id);
        assertThat(answer.text("/amendedOrder/qty")).isEqualTo("0.01000000");
        assertThat(amend("orderId=" + id + "&newQty=0.05").code()).isEqualTo(-2038);
    }

    @Test
    void anAmendedOrderGoesByTheNewId() {
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        var answer = amend("origClientOrderId=x-1&newClientOrderId=x-2&newQty=0.01");
        assertThat(answer.text("/amendedOrder/origClientOrderId")).isEqualTo("x-1");
        assertThat(answer.text("/amendedOrder/clientOrderId")).isEqualTo("x-2");
        assertThat(query("x-1").code()).isEqualTo(-2013);
        assertThat(query("x-2").text("/origQty")).isEqualTo("0.01000000");
        assertThat(amend("origClientOrderId=x-2&newClientOrderId=x-2&newQty=0.009")
                        .text("/amendedOrder/clientOrderId"))
                .isEqualTo("x-2");
    }

    @Test
    void anOrderAmendedWithoutANewIdGetsOne() {
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        var id = amend("origClientOrderId=x-1&newQty=0.01").text("/amendedOrder/clientOrderId");
        assertThat(id).isNotEmpty().isNotEqualTo("x-1");
        assertThat(query("x-1").code()).isEqualTo(-2013);
        assertThat(query(id).status()).isEqualTo(200);
    }

    @Test
    void anAmendmentToTheIdOfAnotherOpenOrderIsRefused() {
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        venue.limit("BUY", "0.02", venue.low(), "x-2");
        var refused = amend("origClientOrderId=x-1&newClientOrderId=x-2&newQty=0.01");
        assertThat(refused.code()).isEqualTo(-2010);
        assertThat(refused.text("/msg")).isEqualTo("Duplicate order sent.");
        assertThat(query("x-1").text("/origQty")).isEqualTo("0.02000000");
    }

    @Test
    void aReplacementThatWorksTellsBothHalves() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        var answer = replace("STOP_ON_FAILURE", "x-1", "0.02");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/cancelResponse/origClientOrderId")).isEqualTo("x-1");
        assertThat(answer.text("/newOrderResponse/clientOrderId")).isEqualTo("x-2");
    }

    @Test
    void aReplacementWhoseCancelFailsStopsUnlessToldToGoOn() {
        var stopped = replace("STOP_ON_FAILURE", "never", "0.02");
        assertThat(stopped.status()).isEqualTo(400);
        assertThat(stopped.code()).isEqualTo(-2022);
        assertThat(stopped.text("/data/newOrderResult")).isEqualTo("NOT_ATTEMPTED");
        assertThat(stopped.body().at("/data/newOrderResponse").isNull()).isTrue();
        var partial = replace("ALLOW_FAILURE", "never", "0.02");
        assertThat(partial.status()).isEqualTo(409);
        assertThat(partial.code()).isEqualTo(-2021);
        assertThat(partial.text("/data/cancelResponse/code")).isEqualTo("-2011");
        assertThat(partial.text("/data/newOrderResult")).isEqualTo("SUCCESS");
    }

    @Test
    void aReplacementWhoseOrderFailsLeavesNothing() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        var partial = replace("STOP_ON_FAILURE", "x-1", "100");
        assertThat(partial.status()).isEqualTo(409);
        assertThat(partial.text("/data/cancelResult")).isEqualTo("SUCCESS");
        assertThat(partial.text("/data/newOrderResponse/code")).isEqualTo("-2010");
        assertThat(venue.signed("GET", "/api/v3/openOrders", "").body()).isEmpty();
        var failed = replace("ALLOW_FAILURE", "never", "100");
        assertThat(failed.code()).isEqualTo(-2022);
        assertThat(failed.text("/data/newOrderResult")).isEqualTo("FAILURE");
    }

    @Test
    void fillsArePagedByIdAndCarryNoClientId() {
        venue.market("BUY", "0.01", "x-1");
        var sold = venue.market("SELL", "0.01", "x-2").text("/orderId");
        var all = venue.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body();
        assertThat(all.get(0).has("clientOrderId")).isFalse();
        var ofOne = venue.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&orderId=" + sold)
                .body();
        assertThat(ofOne)
                .isNotEmpty()
                .allMatch(fill -> fill.path("orderId").asText().equals(sold));
        var last = all.get(all.size() - 1).path("id").asText();
        assertThat(venue.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&fromId=" + last)
                        .body())
                .hasSize(1);
        assertThat(venue.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&limit=1")
                        .body())
                .containsExactly(all.get(all.size() - 1));
        var later = "symbol=BTCUSDT&startTime=" + (venue.millis() + 1);
        assertThat(venue.signed("GET", "/api/v3/myTrades", later).body()).isEmpty();
    }

    @Test
    void theAccountShowsWhatIsBound() {
        venue.limit("SELL", "1", "70000", "x-1");
        var balances = venue.signed("GET", "/api/v3/account", "omitZeroBalances=true")
                .body()
                .path("balances");
        var btc = StreamSupport.stream(balances.spliterator(), false)
                .filter(balance -> balance.path("asset").asText().equals("BTC"))
                .findFirst()
                .orElseThrow();
        assertThat(btc.path("free").asText()).isEqualTo("99.00000000");
        assertThat(btc.path("locked").asText()).isEqualTo("1.00000000");
        var fees = venue.signed("GET", "/api/v3/account/commission", "symbol=BTCUSDT");
        assertThat(fees.text("/standardCommission/taker")).isEqualTo("0.00100000");
    }

    private SimBinance.Answer amend(String params) {
        return venue.signed("PUT", "/api/v3/order/amend/keepPriority", "symbol=BTCUSDT&" + params);
    }

    private SimBinance.Answer query(String clientId) {
        return venue.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=" + clientId);
    }

    private SimBinance.Answer replace(String mode, String cancelled, String quantity) {
        var order = SimBinance.order("BUY", quantity, venue.low(), "x-2");
        return venue.signed(
                "POST",
                "/api/v3/order/cancelReplace",
                order + "&cancelReplaceMode=" + mode + "&cancelOrigClientOrderId=" + cancelled);
    }
}
