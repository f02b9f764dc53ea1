package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Session;
import sluice.net.gate.Deadlines;
import sluice.net.limit.Recovery;
import sluice.net.orders.TradeSession;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Talk;
import sluice.venue.VenueCommand;
import sluice.venue.coinbase.trade.wire.OrderRequests;
import sluice.venue.coinbase.trade.wire.TestKeys;

/** Talk with Coinbase's session. */
final class Conversation extends Talk {

    static final Symbol BTC_USD = Symbol.of("BTC-USD");
    static final ClOrdId ID = new ClOrdId("sl-test-1");
    static final OrderId ORDER = new OrderId("o-1");
    static final Terms TERMS = Terms.limit(BTC_USD, Side.BUY, Qty.of("1"), Px.of("60000"), Tif.GTC);

    private static final String PATH = "/api/v3/brokerage";
    static final String TIME = "GET " + PATH + "/time";
    static final String PLACE = "POST " + PATH + "/orders";
    static final String CANCEL = "POST " + PATH + "/orders/batch_cancel";
    static final String EDIT = "POST " + PATH + "/orders/edit";
    static final String GET = "GET " + PATH + "/orders/historical/o-1";
    static final String LIST = "GET " + PATH + "/orders/historical/batch";
    static final String FILLS = "GET " + PATH + "/orders/historical/fills";
    static final String ACCOUNTS = "GET " + PATH + "/accounts";
    static final String FEES = "GET " + PATH + "/transaction_summary";

    private long sequence;

    Conversation() {
        super(Conversation::session);
    }

    private static Session session(Clock clock) {
        return new TradeSession(new CoinbaseTrading(
                new TradeSettings(
                        new VenueId("coinbase"),
                        new TradeSettings.Hosts("http://venue", "ws://venue", "api.coinbase.com"),
                        TestKeys.credentials(),
                        List.of(BTC_USD),
                        new TradeSettings.Rules(Deadlines.STANDARD, 30, Duration.ofHours(24)),
                        Recovery.USUAL),
                clock,
                new SplittableRandom(7)));
    }

    /** A session that has its time, balances, fees and channel, and nothing left to say. */
    static Conversation begun() {
        var talk = new Conversation();
        talk.start();
        talk.answers(TIME, 200, "{\"epochMillis\":\"" + talk.clock.now().toEpochMilli() + "\"}");
        talk.opened();
        talk.subscribed("\"heartbeats\":[\"heartbeats\"]");
        talk.subscribed("\"heartbeats\":[\"heartbeats\"],\"user\":[\"u\"]");
        talk.answers(ACCOUNTS, 200, "{\"accounts\":[],\"has_next\":false}");
        talk.answers(FEES, 200, "{\"fee_tier\":{\"maker_fee_rate\":\"0.004\",\"taker_fee_rate\":\"0.006\"}}");
        talk.events();
        return talk;
    }

    /** One whose order works. */
    static Conversation working() {
        var talk = begun();
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, 200, placed());
        talk.user("OPEN", "0", "1");
        talk.events();
        return talk;
    }

    void subscribed(String channels) {
        sequenced("subscriptions", "{\"subscriptions\":{" + channels + "}}");
    }

    void beats() {
        sequenced("heartbeats", "{\"heartbeat_counter\":1}");
    }

    /** On a link that need not be the newest. */
    void beats(int which) {
        says(which, frame("heartbeats", "{\"heartbeat_counter\":1}"));
    }

    void skips() {
        sequence++;
    }

    /** The user channel says how the order stands. */
    void user(String status, String cumulative, String leaves) {
        sequenced("user", "{\"type\":\"update\",\"orders\":[" + report(status, cumulative, leaves) + "]}");
    }

    private void sequenced(String channel, String event) {
        says(frame(channel, event));
    }

    private String frame(String channel, String event) {
        return "{\"channel\":\"" + channel + "\",\"sequence_num\":" + sequence++ + ",\"events\":[" + event + "]}";
    }

    static String report(String status, String cumulative, String leaves) {
        return "{\"order_id\":\"o-1\",\"client_order_id\":\"" + OrderRequests.IDS.encode(ID)
                + "\",\"product_id\":\"BTC-USD\",\"order_side\":\"BUY\",\"order_type\":\"Limit\",\"status\":\"" + status
                + "\",\"time_in_force\":\"GOOD_UNTIL_CANCELLED\",\"cumulative_quantity\":\"" + cumulative
                + "\",\"leaves_quantity\":\"" + leaves + "\",\"avg_price\":\"60000\",\"limit_price\":\"60000\","
                + "\"post_only\":\"false\",\"cancel_reason\":\"\",\"reject_reason\":\"\","
                + "\"end_time\":\"0001-01-01T00:00:00Z\"}";
    }

    static String placed() {
        return "{\"success\":true,\"failure_reason\":\"UNKNOWN_FAILURE_REASON\",\"success_response\":{\"order_id\":"
                + "\"o-1\",\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\""
                + OrderRequests.IDS.encode(ID)
                + "\"},\"order_configuration\":{\"limit_limit_gtc\":{\"base_size\":\"1\",\"limit_price\":\"60000\"}}}";
    }

    static String order(String status, String filled, String size, String px) {
        return "{\"order_id\":\"o-1\",\"client_order_id\":\"" + OrderRequests.IDS.encode(ID)
                + "\",\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"status\":\"" + status
                + "\",\"time_in_force\":\"GOOD_UNTIL_CANCELLED\",\"filled_size\":\"" + filled
                + "\",\"filled_value\":\"0\",\"order_configuration\":{\"limit_limit_gtc\":{\"base_size\":\"" + size
                + "\",\"limit_price\":\"" + px + "\",\"post_only\":false}}}";
    }

    static String fills(String... trades) {
        var rows = new StringBuilder();
        for (int i = 0; i < trades.length; i += 2) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"trade_id\":\"" + trades[i] + "\",\"order_id\":\"o-1\",\"trade_type\":\"FILL\","
                            + "\"trade_time\":\"2026-11-01T00:00:02Z\",\"price\":\"60000\",\"size\":\"" + trades[i + 1]
                            + "\",\"commission\":\"0.24\",\"product_id\":\"BTC-USD\",\"liquidity_indicator\":\"MAKER\","
                            + "\"size_in_quote\":false,\"side\":\"BUY\"}");
        }
        return "{\"fills\":[" + rows + "],\"cursor\":\"\"}";
    }

    static VenueCommand.Ref ref() {
        return new VenueCommand.Ref(ID, Optional.empty(), BTC_USD);
    }
}
