package sluice.venue.bybit.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.MarketNews;
import sluice.net.feed.Subscription;
import sluice.net.feed.book.FrameReader;
import sluice.net.text.MalformedFrameException;
import sluice.venue.BadFrame;
import sluice.venue.bad.Damage;

class BybitMarketDialectTest {

    private static final String SPOT_PAGE = json("{'retCode':0,'retMsg':'OK','result':{'category':'spot','list':["
            + "{'symbol':'BTCUSDT','baseCoin':'BTC','quoteCoin':'USDT','status':'Trading','lotSizeFilter':{"
            + "'basePrecision':'0.000001','quotePrecision':'0.0000001','minOrderQty':'0.000048','minOrderAmt':'5',"
            + "'maxLimitOrderQty':'230'},'priceFilter':{'tickSize':'0.1'}},{'symbol':'ODD'}]}}");
    private static final String LINEAR_PAGE = json("{'retCode':0,'retMsg':'OK','result':{'category':'linear',"
            + "'nextPageCursor':'a%3A1','list':[{'symbol':'BTCUSDT','contractType':'LinearPerpetual',"
            + "'status':'Trading','baseCoin':'BTC','quoteCoin':'USDT','priceFilter':{'tickSize':'0.10'},"
            + "'lotSizeFilter':{'minNotionalValue':'5','maxOrderQty':'1190','minOrderQty':'0.001',"
            + "'qtyStep':'0.001'}},{'symbol':'BTCPERP','contractType':'LinearPerpetual','status':'PreLaunch',"
            + "'baseCoin':'BTC','quoteCoin':'USDC','priceFilter':{'tickSize':'0.10'},'lotSizeFilter':{"
            + "'minNotionalValue':'','maxOrderQty':'','minOrderQty':'','qtyStep':'0.001'}},"
            + "{'symbol':'BTCUSDT-26DEC26','contractType':'LinearFutures','status':'Trading','baseCoin':'BTC',"
            + "'quoteCoin':'USDT'}]}}");
    private static final String TRADE = json("{'topic':'publicTrade.BTCUSDT','type':'snapshot','ts':1760000000150,"
            + "'data':[{'T':1760000000148,'s':'BTCUSDT','S':'Buy','v':'0.010','p':'60000.1','L':'PlusTick',"
            + "'i':'7f0c-','BT':false,'RPI':false,'seq':900005}]}");
    private static final String TICKER = json("{'topic':'tickers.BTCUSDT','type':'snapshot','data':{"
            + "'symbol':'BTCUSDT','markPrice':'65117.44','indexPrice':'','fundingRate':'0.0001',"
            + "'nextFundingTime':'1786320000000'},'cs':753843900397,'ts':1786310817583}");

    private final BybitMarketDialect dialect = new BybitMarketDialect(
            new VenueId("bybit"),
            new BybitMarketDialect.Place("http://venue", "ws://venue", 50, Duration.ofSeconds(5)),
            new BybitMarketRest(300));
    private final List<Instrument> listed = new ArrayList<>();

    BybitMarketDialectTest() {
        listed.addAll(dialect.page(SPOT_PAGE).instruments());
        listed.addAll(dialect.page(LINEAR_PAGE).instruments());
        dialect.keep(0, listed.get(0));
        dialect.keep(1, listed.get(1));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private Subscription on(String category) {
        return dialect.subscriptions().stream()
                .filter(subscription -> subscription.url().endsWith(category))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneNameMeansAnotherThingInEachCategory() {
        assertThat(listed)
                .extracting(instrument -> instrument.symbol().name())
                .containsExactly("BTC-USDT", "BTC-USDT-PERP", "BTC-USDC-PERP");
        assertThat(listed.get(0).grid()).isEqualTo(Instrument.Grid.of("0.1", "0.000001"));
        assertThat(listed.get(0).bounds()).isEqualTo(Instrument.Bounds.of("0", "230", "5", "0"));
        assertThat(listed.get(1).grid()).isEqualTo(Instrument.Grid.of("0.1", "0.001"));
        assertThat(listed.get(1).bounds()).isEqualTo(Instrument.Bounds.of("0.001", "1190", "5", "0"));
        assertThat(listed.get(2).status()).isEqualTo(Instrument.Status.HALTED);
        assertThat(listed.get(2).bounds()).isEqualTo(Instrument.Bounds.of("0", "0", "0", "0"));
    }

    @Test
    void spotIsListedFirstAndThenLinearPageByPage() {
        assertThat(dialect.listing().encode().apply(0).url())
                .isEqualTo("http://venue/v5/market/instruments-info?category=spot&limit=1000");
        assertThat(dialect.page(SPOT_PAGE)
                        .next()
                        .orElseThrow()
                        .encode()
                        .apply(0)
                        .url())
                .isEqualTo("http://venue/v5/market/instruments-info?category=linear&limit=1000");
        assertThat(dialect.page(LINEAR_PAGE)
                        .next()
                        .orElseThrow()
                        .encode()
                        .apply(0)
                        .url())
                .endsWith("category=linear&limit=1000&cursor=a%253A1");
        assertThat(dialect.page(LINEAR_PAGE.replace("a%3A1", "")).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>403</html>",
                "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{}}",
                "{\"retCode\":0,\"result\":{\"category\":\"inverse\",\"list\":[]}}",
                "{\"retCode\":0,\"result\":{}}"
            })
    void whatListsNothingIsRefused(String body) {
        assertThatThrownBy(() -> dialect.page(body)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void eachCategoryHasItsOwnSocketAndTopics() {
        assertThat(on("/v5/public/spot").hello())
                .singleElement()
                .asString()
                .endsWith("\"op\":\"subscribe\",\"args\":[\"orderbook.50.BTCUSDT\",\"publicTrade.BTCUSDT\"]}");
        assertThat(on("/v5/public/linear").hello())
                .singleElement()
                .asString()
                .endsWith("\"args\":[\"orderbook.50.BTCUSDT\",\"publicTrade.BTCUSDT\",\"tickers.BTCUSDT\"]}");
        assertThat(on("spot").books()).containsExactly(0);
        assertThat(on("linear").books()).containsExactly(1);
    }

    @Test
    void topicsAreSpreadWithinTheVenuesLimits() {
        var many = new BybitMarketDialect(
                new VenueId("bybit"),
                new BybitMarketDialect.Place("http://venue", "ws://venue", 200, Duration.ofSeconds(5)),
                new BybitMarketRest(300));
        for (int book = 0; book < 800; book++) {
            many.keep(book, named("COIN" + book));
        }
        var subscriptions = many.subscriptions();

        assertThat(subscriptions).hasSizeGreaterThan(1);
        assertThat(subscriptions.stream().mapToInt(each -> each.books().size()).sum())
                .isEqualTo(800);
        assertThat(subscriptions).allSatisfy(each -> {
            var args = each.hello().stream()
                    .mapToInt(frame -> frame.substring(frame.indexOf('[')).length())
                    .sum();
            assertThat(args).isLessThanOrEqualTo(21_000);
            assertThat(each.hello()).allMatch(frame -> frame.split("\\.[A-Z0-9.]+\"").length <= 11);
        });
    }

    private Instrument named(String base) {
        var like = listed.get(0);
        return new Instrument(
                like.venue(),
                Symbol.spot(base, "USDT"),
                base + "USDT",
                like.grid(),
                like.bounds(),
                BigDecimal.ONE,
                like.status());
    }

    @Test
    void printsAreOfTheBookOfTheirCategory() {
        assertThat(dialect.news(on("linear"), TRADE))
                .containsExactly(new MarketNews.Print(
                        1, Side.BUY, Px.of("60000.1"), Qty.of("0.01"), Instant.ofEpochMilli(1_760_000_000_148L)));
        assertThat(dialect.news(on("spot"), TRADE))
                .extracting(news -> ((MarketNews.Print) news).book())
                .containsExactly(0);
        assertThat(dialect.news(on("spot"), TRADE.replace("publicTrade.BTC", "publicTrade.ETH")))
                .isEmpty();
    }

    @Test
    void aMarkIsPutTogetherFromWhatChangedAndToldWhenItDid() {
        var linear = on("linear");
        assertThat(dialect.news(linear, TICKER))
                .containsExactly(new MarketNews.Marked(
                        1, Px.of("65117.44"), new BigDecimal("0.0001"), Instant.ofEpochMilli(1_786_320_000_000L)));
        assertThat(dialect.news(
                        linear,
                        json("{'topic':'tickers.BTCUSDT','type':'delta','data':{"
                                + "'symbol':'BTCUSDT','bid1Price':'65114.20'}}")))
                .isEmpty();
        assertThat(dialect.news(
                        linear,
                        json("{'topic':'tickers.BTCUSDT','type':'delta','data':{"
                                + "'symbol':'BTCUSDT','markPrice':'65118'}}")))
                .containsExactly(new MarketNews.Marked(
                        1, Px.of("65118"), new BigDecimal("0.0001"), Instant.ofEpochMilli(1_786_320_000_000L)));
    }

    @Test
    void aPongProvesLifeAndARefusedSubscriptionCostsTheConnection() {
        assertThat(dialect.probe(7)).contains("{\"req_id\":\"ping7\",\"op\":\"ping\"}");
        assertThat(dialect.news(on("spot"), json("{'success':true,'ret_msg':'pong','req_id':'ping7','op':'ping'}")))
                .containsExactly(new MarketNews.Alive());
        assertThat(dialect.news(on("spot"), json("{'success':true,'ret_msg':'subscribe','op':'subscribe'}")))
                .isEmpty();
        assertThat(dialect.news(on("spot"), json("{'success':false,'ret_msg':'Invalid topic','op':'subscribe'}")))
                .containsExactly(new MarketNews.Refused("Invalid topic"));
        assertThat(dialect.news(
                        on("spot"), json("{'success':false,'ret_msg':'x','req_id':'leave3','op':'unsubscribe'}")))
                .containsExactly(new MarketNews.Odd(BadFrame.UNASKED, "x"));
    }

    @Test
    void aBookIsTakenAnewByLeavingItsTopicAndJoiningIt() {
        assertThat(dialect.resubscribe(1))
                .satisfiesExactly(
                        leave -> assertThat(leave)
                                .contains("\"op\":\"unsubscribe\",\"args\":[\"orderbook.50.BTCUSDT\"]"),
                        join -> assertThat(join).contains("\"op\":\"subscribe\",\"args\":[\"orderbook.50.BTCUSDT\"]"));
    }

    @Test
    void aBookFrameIsOfTheBookOfItsConnection() {
        var frame = json("{'topic':'orderbook.50.BTCUSDT','type':'snapshot','ts':1,'data':{'s':'BTCUSDT',"
                + "'b':[['60000.0','1.5']],'a':[['60000.1','0.7']],'u':3000,'seq':900001},'cts':1}");
        var linear = dialect.reader(on("linear"));
        var spot = dialect.reader(on("spot"));

        assertThat(linear.read(frame)).isEqualTo(FrameReader.Frame.DEPTH);
        assertThat(linear.update().book()).isEqualTo(1);
        assertThat(spot.read(frame)).isEqualTo(FrameReader.Frame.DEPTH);
        assertThat(spot.update().book()).isZero();
        assertThat(spot.update().isSnapshot()).isTrue();
        assertThat(spot.read(TRADE)).isEqualTo(FrameReader.Frame.OTHER);
    }

    @Property(tries = 10_000)
    void damagedTextIsReadOrRefusedAndNothingElseIsThrown(@ForAll long seed) {
        var random = new Random(seed);
        var linear = on("linear");
        var outcomes = new ArrayList<String>();
        try {
            switch (random.nextInt(3)) {
                case 0 -> dialect.news(linear, Damage.of(TRADE, random));
                case 1 -> dialect.news(linear, Damage.of(TICKER, random));
                default -> dialect.page(Damage.of(LINEAR_PAGE, random));
            }
            outcomes.add("read");
        } catch (MalformedFrameException refused) {
            outcomes.add("refused");
        }
        assertThat(outcomes).hasSize(1);
    }
}
