package sluice.venue.bad;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.text.Json;
import sluice.venue.BadFrame;
import sluice.venue.Venue;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.BybitVenue;
import sluice.venue.coinbase.CoinbaseConfig;
import sluice.venue.coinbase.CoinbaseVenue;
import sluice.venue.coinbase.trade.wire.TestKeys;

/** One of the three venues: what it answers when all is well, and what of its frames may be bad. */
enum Stand {
    BINANCE {

        @Override
        Venue venue(Ends ends) {
            var config = BinanceConfig.of(new VenueId("binance"), BinanceConfig.Hosts.of(REST, SOCKET), List.of(SYMBOL))
                    .with(new sluice.net.hmac.Credentials("the-key", "the-secret"));
            return BinanceVenue.of(config, ends, new SplittableRandom(7));
        }

        @Override
        Map<String, String> replies() {
            return Map.of(
                    "/api/v3/exchangeInfo",
                    json("{'symbols':[{'symbol':'BTCUSDT','status':'TRADING','baseAsset':'BTC','quoteAsset':'USDT',"
                            + "'filters':[{'filterType':'PRICE_FILTER','tickSize':'0.01'},{'filterType':'LOT_SIZE',"
                            + "'minQty':'0.00001','maxQty':'9000','stepSize':'0.00001'}]}]}"),
                    "/api/v3/depth",
                    json("{'lastUpdateId':10,'bids':[['100','1']],'asks':[['101','1']]}"),
                    "/api/v3/time",
                    json("{'serverTime':1767607200000}"));
        }

        @Override
        List<String> answers(String sent, long number) {
            return sent.contains("userDataStream") ? List.of(json("{'id':'subscribe','status':200}")) : List.of();
        }

        @Override
        String depth(long update) {
            return json("{'stream':'btcusdt@depth@100ms','data':{'e':'depthUpdate','E':1,'s':'BTCUSDT','U':" + update
                    + ",'u':" + update + ",'b':[['100','2']],'a':[]}}");
        }

        @Override
        long firstUpdate() {
            return 11;
        }

        @Override
        Map<BadFrame, String> market(long number) {
            return Map.of(BadFrame.UNKNOWN_TYPE, json("{'e':'kline','k':{}}"));
        }

        @Override
        Map<BadFrame, String> orders(long number) {
            return Map.of(
                    BadFrame.UNKNOWN_TYPE,
                    json("{'event':{'e':'newThing','E':1}}"),
                    BadFrame.UNKNOWN_VALUE,
                    json("{'event':{'e':'executionReport','E':1,'s':'BTCUSDT','c':'x','S':'BUY','o':'LIMIT','f':'GTC',"
                            + "'q':'1','p':'100','C':'','x':'MOVED','X':'NEW','r':'NONE','i':1,'l':'0','z':'0','L':'0',"
                            + "'n':'0','N':null,'T':1,'t':-1,'Z':'0'}}"));
        }
    },

    BYBIT {

        @Override
        Venue venue(Ends ends) {
            var config = BybitConfig.of(
                            new VenueId("bybit"),
                            new BybitConfig.Hosts(REST, SOCKET, SOCKET + "/orders"),
                            List.of(SYMBOL))
                    .with(new sluice.net.hmac.Credentials("the-key", "the-secret"));
            return BybitVenue.of(config, ends, new SplittableRandom(7));
        }

        @Override
        Map<String, String> replies() {
            return Map.of(
                    "category=spot",
                    result("{'category':'spot','list':[{'symbol':'BTCUSDT','baseCoin':'BTC','quoteCoin':'USDT',"
                            + "'status':'Trading','lotSizeFilter':{'basePrecision':'0.000001','quotePrecision':"
                            + "'0.0000001','minOrderQty':'0.000048','minOrderAmt':'5','maxLimitOrderQty':'230'},"
                            + "'priceFilter':{'tickSize':'0.1'}}]}"),
                    "category=linear",
                    result("{'category':'linear','nextPageCursor':'','list':[]}"),
                    "/v5/market/time",
                    result("{'timeSecond':'1767607200','timeNano':'1767607200000000000'}"));
        }

        private String result(String result) {
            return json("{'retCode':0,'retMsg':'OK','result':" + result + ",'retExtInfo':{},'time':1767607200000}");
        }

        @Override
        List<String> answers(String sent, long number) {
            if (sent.contains("\"auth\"")) {
                return List.of(json("{'success':true,'ret_msg':'','op':'auth','conn_id':'c1'}"));
            }
            var done = json("{'success':true,'ret_msg':'','op':'subscribe','conn_id':'c1'}");
            return sent.contains("orderbook")
                    ? List.of(done, book("snapshot", 1, "[['100','1']]", "[['101','1']]"))
                    : List.of(done);
        }

        private String book(String type, long update, String bids, String asks) {
            return json("{'topic':'orderbook.200.BTCUSDT','type':'" + type + "','ts':1,'data':{'s':'BTCUSDT','b':"
                    + bids + ",'a':" + asks + ",'u':" + update + ",'seq':" + update + "},'cts':1}");
        }

        @Override
        String depth(long update) {
            return book("delta", update, "[['100','2']]", "[]");
        }

        @Override
        long firstUpdate() {
            return 2;
        }

        @Override
        Map<BadFrame, String> market(long number) {
            return Map.of(
                    BadFrame.UNKNOWN_TYPE,
                    json("{'topic':'kline.1.BTCUSDT','data':[]}"),
                    BadFrame.UNKNOWN_VALUE,
                    json("{'topic':'publicTrade.BTCUSDT','type':'snapshot','ts':1,'data':[{'T':1,'s':'BTCUSDT',"
                            + "'S':'Up','v':'1','p':'100'}]}"),
                    BadFrame.UNASKED,
                    json("{'success':false,'ret_msg':'no','op':'subscribe','req_id':'nobody'}"));
        }

        @Override
        Map<BadFrame, String> orders(long number) {
            return Map.of(
                    BadFrame.UNKNOWN_TYPE,
                    json("{'topic':'dcp','data':[]}"),
                    BadFrame.UNKNOWN_VALUE,
                    json("{'id':'m','topic':'order','creationTime':1,'data':[{'category':'spot','symbol':'BTCUSDT',"
                            + "'orderId':'1321','orderLinkId':'x','side':'Buy','orderType':'Limit','price':'60000',"
                            + "'qty':'0.02','timeInForce':'GTC','orderStatus':'Moved','cancelType':'UNKNOWN',"
                            + "'rejectReason':'EC_NoError','avgPrice':'','leavesQty':'0','cumExecQty':'0',"
                            + "'cumExecValue':'0','createdTime':'1','updatedTime':'1'}]}"));
        }
    },

    COINBASE {

        @Override
        Venue venue(Ends ends) {
            var hosts = new CoinbaseConfig.Hosts(REST, SOCKET, SOCKET + "/orders", "api.coinbase.com");
            var config = CoinbaseConfig.of(new VenueId("coinbase"), hosts, List.of(SYMBOL))
                    .with(TestKeys.credentials());
            return CoinbaseVenue.of(config, ends, new SplittableRandom(7));
        }

        @Override
        Map<String, String> replies() {
            return Map.of(
                    "/products",
                    json("{'products':[{'product_id':'BTC-USDT','price_increment':'0.01','base_increment':"
                            + "'0.00000001','base_min_size':'0.1','base_max_size':'3400','quote_min_size':'1',"
                            + "'quote_max_size':'','status':'online','product_type':'SPOT','base_currency_id':'BTC',"
                            + "'quote_currency_id':'USDT','alias':''}]}"),
                    "/time",
                    json("{'epochMillis':'1767607200000'}"),
                    "/accounts",
                    json("{'accounts':[],'has_next':false}"),
                    "/transaction_summary",
                    json("{'fee_tier':{'maker_fee_rate':'0.004','taker_fee_rate':'0.006'}}"));
        }

        @Override
        List<String> answers(String sent, long number) {
            var frames = new ArrayList<String>();
            if (sent.contains("level2")) {
                frames.add(frame("l2_data", number, event("snapshot", "'1'") + ""));
            } else if (sent.contains("jwt")) {
                var user = sent.contains("\"user\"") ? ",'user':['u']" : "";
                frames.add(
                        frame("subscriptions", number, "{'subscriptions':{'heartbeats':['heartbeats']" + user + "}}"));
            }
            return frames;
        }

        private String event(String type, String qty) {
            var ask = type.equals("snapshot")
                    ? ",{'side':'offer','event_time':'','price_level':'101','new_quantity':'1'}"
                    : "";
            return "{'type':'" + type + "','product_id':'BTC-USDT','updates':[{'side':'bid','event_time':'',"
                    + "'price_level':'100','new_quantity':" + qty + "}" + ask + "]}";
        }

        private String frame(String channel, long number, String event) {
            return json("{'channel':'" + channel + "','client_id':'','timestamp':'','sequence_num':" + number
                    + ",'events':[" + event + "]}");
        }

        @Override
        String depth(long update) {
            return frame("l2_data", update, event("update", "'2'"));
        }

        @Override
        long firstUpdate() {
            return 1;
        }

        @Override
        Map<BadFrame, String> market(long number) {
            return Map.of(
                    BadFrame.UNKNOWN_TYPE,
                    frame("candles", number, ""),
                    BadFrame.UNKNOWN_VALUE,
                    frame(
                            "market_trades",
                            number,
                            "{'type':'update','trades':[{'trade_id':'1','product_id':'BTC-USDT','price':'1','size':'1',"
                                    + "'side':'UP','time':'2026-11-01T00:00:00.9Z'}]}"));
        }

        @Override
        Map<BadFrame, String> orders(long number) {
            return Map.of(
                    BadFrame.UNKNOWN_TYPE,
                    frame("futures", number, ""),
                    BadFrame.UNKNOWN_VALUE,
                    frame(
                            "user",
                            number,
                            "{'type':'update','orders':[{'order_id':'o-1','client_order_id':'c','product_id':"
                                    + "'BTC-USDT','order_side':'BUY','order_type':'Limit','status':'MOVED',"
                                    + "'time_in_force':'GOOD_UNTIL_CANCELLED','cumulative_quantity':'0',"
                                    + "'leaves_quantity':'1','avg_price':'0','limit_price':'60000',"
                                    + "'post_only':'false','end_time':'0001-01-01T00:00:00Z'}]}"));
        }
    };

    static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    static final String REST = "http://venue";
    static final String SOCKET = "ws://venue";

    abstract Venue venue(Ends ends);

    /** By a part of the address; of the first that fits. */
    abstract Map<String, String> replies();

    /** What a frame of ours is answered with on a link that has said so many frames. */
    abstract List<String> answers(String sent, long number);

    /** A change of the book under this number. */
    abstract String depth(long update);

    /** The number that follows the snapshot. */
    abstract long firstUpdate();

    /** Frames that are bad in ways of this venue's own, for a market link that has said so many. */
    abstract Map<BadFrame, String> market(long number);

    /** The same for the private link. */
    abstract Map<BadFrame, String> orders(long number);

    boolean isStrange(String reply) {
        var body = Json.read(reply);
        return switch (this) {
            case BINANCE -> sluice.venue.binance.trade.reply.OrderObjects.isStrange(body);
            case BYBIT -> sluice.venue.bybit.trade.reply.OrderObjects.isStrange(body);
            case COINBASE -> sluice.venue.coinbase.trade.reply.OrderObjects.isStrange(body);
        };
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
