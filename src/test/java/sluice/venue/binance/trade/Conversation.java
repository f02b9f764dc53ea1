package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Session;
import sluice.net.gate.Deadlines;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Recovery;
import sluice.net.orders.TradeSession;
import sluice.order.ClOrdId;
import sluice.venue.Talk;
import sluice.venue.VenueCommand;

/** Talk with Binance's session. */
final class Conversation extends Talk {

    static final Symbol BTC_USDT = Symbol.of("BTC-USDT");
    static final String SUBSCRIBED = "{\"id\":\"subscribe\",\"status\":200,\"result\":{\"subscriptionId\":0}}";

    Conversation() {
        this(Recovery.USUAL);
    }

    private Conversation(Recovery recovery) {
        super(clock -> session(clock, recovery));
    }

    private static Session session(Clock clock, Recovery recovery) {
        return new TradeSession(new BinanceTrading(
                new TradeSettings(
                        new VenueId("binance"),
                        new TradeSettings.Hosts("http://venue", "ws://venue/ws-api/v3"),
                        new Credentials("the-key", "the-secret"),
                        List.of(BTC_USDT),
                        new Rules(Duration.ofSeconds(5), Deadlines.STANDARD, 4000, 2000, 50, 160_000),
                        recovery),
                clock,
                new SplittableRandom(7)));
    }

    /** A session that has asked for the time, and knows nothing. */
    static Conversation unbegun() {
        var talk = new Conversation();
        talk.start();
        return talk;
    }

    /** A session that has its time, balances, fees and stream, and nothing left to say. */
    static Conversation begun() {
        return begun(Recovery.USUAL);
    }

    static Conversation begun(Recovery recovery) {
        var talk = new Conversation(recovery);
        talk.start();
        talk.answers(
                "GET /api/v3/time", 200, "{\"serverTime\":" + talk.clock.now().toEpochMilli() + "}");
        talk.opened();
        talk.says(SUBSCRIBED);
        talk.answers(
                "GET /api/v3/account", 200, "{\"balances\":[{\"asset\":\"BTC\",\"free\":\"1.5\",\"locked\":\"0\"}]}");
        talk.answers(
                "GET /api/v3/account/commission",
                200,
                "{\"standardCommission\":{\"maker\":\"0.001\",\"taker\":\"0.001\"}}");
        talk.events();
        return talk;
    }

    static VenueCommand.Ref ref(String id) {
        return new VenueCommand.Ref(new ClOrdId(id), Optional.empty(), BTC_USDT);
    }
}
