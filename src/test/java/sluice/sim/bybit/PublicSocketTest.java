package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Side;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** The public sockets: subscriptions, pings, trades and tickers. */
class PublicSocketTest {

    private final SimBybit venue = new SimBybit();

    @ParameterizedTest
    @CsvSource({"spot, subscribe", "linear, ''"})
    void aSubscriptionIsAnsweredInTheCategorysWords(String category, String message) {
        venue.connect(1, "/v5/public/" + category);
        venue.subscribe(1, "orderbook.50.BTCUSDT");
        var answer = venue.frames(1).get(0);
        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("ret_msg").asText()).isEqualTo(message);
        assertThat(answer.path("req_id").asText()).isEqualTo("s1");
        assertThat(answer.path("op").asText()).isEqualTo("subscribe");
    }

    @Test
    void aPingIsAnsweredAsAPing() {
        venue.connect(1, "/v5/public/linear");
        venue.type(1, "{\"req_id\":\"p1\",\"op\":\"ping\"}");
        var answer = venue.frames(1).get(0);
        assertThat(answer.path("op").asText()).isEqualTo("ping");
        assertThat(answer.path("ret_msg").asText()).isEqualTo("pong");
        assertThat(answer.path("req_id").asText()).isEqualTo("p1");
    }

    @ParameterizedTest
    @CsvSource({"orderbook.7.BTCUSDT", "orderbook.50.XYZUSDT", "gossip.BTCUSDT"})
    void aTopicNobodyKnowsIsRefusedByName(String topic) {
        venue.connect(1, "/v5/public/spot");
        venue.subscribe(1, topic);
        var answer = venue.frames(1).get(0);
        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(answer.path("ret_msg").asText()).contains(topic);
    }

    @Test
    void spotTakesTenTopicsARequest() {
        var topics =
                IntStream.range(0, 11).mapToObj(i -> "orderbook.50.BTCUSDT").toArray(String[]::new);
        venue.connect(1, "/v5/public/spot");
        venue.subscribe(1, topics);
        assertThat(venue.frames(1).get(0).path("success").asBoolean()).isFalse();
    }

    @Test
    void whoIsSilentIsCutAndWhoPingsIsNot() {
        var strict = new SimBybit(BybitFront.PER_IP, new Pace(Duration.ofSeconds(30)));
        strict.connect(1, "/v5/public/spot");
        strict.connect(2, "/v5/public/spot");
        strict.after(20_000);
        strict.type(2, "{\"op\":\"ping\"}");
        strict.after(15_000);
        assertThat(strict.isCut(1)).isTrue();
        assertThat(strict.isCut(2)).isFalse();
    }

    @Test
    void tradesAreToldWithTheTakersSide() {
        venue.connect(1, "/v5/public/spot");
        venue.connect(2, "/v5/public/linear");
        venue.subscribe(1, "publicTrade.BTCUSDT");
        venue.subscribe(2, "publicTrade.BTCUSDT");
        venue.frames(1);
        venue.frames(2);
        venue.market("spot", "Sell", "0.01", "x-1");
        venue.market("linear", "Buy", "0.01", "x-2");
        venue.drain();
        var spot = venue.items(1, "publicTrade.BTCUSDT").get(0);
        assertThat(spot.path("S").asText()).isEqualTo("Sell");
        assertThat(spot.has("L")).isFalse();
        assertThat(spot.path("i").asText()).matches("[0-9]+");
        var linear = venue.items(2, "publicTrade.BTCUSDT").get(0);
        assertThat(linear.path("S").asText()).isEqualTo("Buy");
        assertThat(linear.path("L").asText()).endsWith("Tick");
        assertThat(linear.path("i").asText()).contains("-4000-");
    }

    @Test
    void aLinearTickerHasTheMarkAndTheFunding() {
        venue.connect(1, "/v5/public/linear");
        venue.subscribe(1, "tickers.BTCUSDT");
        var first = venue.frames(1).get(1);
        assertThat(first.path("type").asText()).isEqualTo("snapshot");
        assertThat(first.at("/data/fundingRate").asText()).isEqualTo("0.0001");
        assertThat(first.at("/data/nextFundingTime").asText()).isEqualTo("1785571200000");
        venue.after(1_000);
        var next = venue.frames(1).get(0);
        assertThat(next.path("type").asText()).isEqualTo("delta");
        assertThat(next.at("/data/markPrice").asText()).isNotEmpty();
        var rest = venue.get("/v5/market/tickers?category=linear&symbol=BTCUSDT")
                .list()
                .get(0);
        var mark = venue.exchange.perpetuals().marking(SimBybit.BTC_PERPETUAL).mark();
        assertThat(rest.path("markPrice").decimalValue().signum()).isZero();
        assertThat(rest.path("markPrice").asText()).startsWith(mark.plain());
    }

    @Test
    void instrumentsAreListedByCategoryAndInPages() {
        var spot =
                venue.get("/v5/market/instruments-info?category=spot&limit=1").list();
        assertThat(spot).hasSize(1);
        assertThat(spot.get(0).at("/lotSizeFilter/basePrecision").asText()).isEqualTo("0.000001");
        assertThat(spot.get(0).at("/lotSizeFilter").has("qtyStep")).isFalse();
        var page = venue.get("/v5/market/instruments-info?category=linear&limit=2");
        assertThat(page.list()).hasSize(2);
        assertThat(page.list().get(0).at("/lotSizeFilter/qtyStep").asText()).isEqualTo("0.001");
        assertThat(page.list().get(0).path("fundingInterval").asInt()).isEqualTo(480);
        assertThat(page.list().get(0).path("priceScale").isTextual()).isTrue();
        var next = venue.get(
                "/v5/market/instruments-info?category=linear&limit=2&cursor=" + page.text("/result/nextPageCursor"));
        assertThat(next.list()).hasSize(1);
        assertThat(next.text("/result/nextPageCursor")).isEmpty();
        assertThat(venue.get("/v5/market/instruments-info?category=linear&status=PreLaunch")
                        .list())
                .isEmpty();
    }

    @Test
    void timeIsToldInSecondsAndNanos() {
        var answer = venue.get("/v5/market/time");
        assertThat(answer.text("/result/timeSecond")).isEqualTo("1785542400");
        assertThat(answer.text("/result/timeNano")).isEqualTo("1785542400000000000");
        venue.arm(Fault.once(FaultKind.CLOCK_SKEW).with("ms", -8_000));
        assertThat(venue.get("/v5/market/time").text("/result/timeSecond")).isEqualTo("1785542392");
    }

    @Test
    void aSilentTopicSaysNothingWhileTheSocketStaysOpen() {
        venue.connect(1, "/v5/public/linear");
        venue.subscribe(1, "orderbook.50.BTCUSDT");
        venue.after(500);
        venue.frames(1);
        venue.arm(Fault.once(FaultKind.SILENCE).on("orderbook.50.BTCUSDT").lasting(Duration.ofSeconds(2)));
        venue.after(1_900);
        assertThat(venue.frames(1)).isEmpty();
        venue.type(1, "{\"op\":\"ping\"}");
        assertThat(venue.frames(1)).hasSize(1);
        venue.after(1_000);
        assertThat(venue.frames(1)).isNotEmpty();
    }

    @Test
    void somebodyElsesTradeIsToldToo() {
        venue.frozen();
        venue.connect(1, "/v5/public/spot");
        venue.subscribe(1, "publicTrade.BTCUSDT");
        venue.frames(1);
        var bid = venue.exchange.picture(SimBybit.BTC, 1).bids().get(0);
        venue.exchange.outsiderTrades(SimBybit.BTC, Side.SELL, bid.px(), bid.qty());
        venue.drain();
        assertThat(venue.items(1, "publicTrade.BTCUSDT").get(0).path("v").asText())
                .isEqualTo(bid.qty().plain());
    }
}
