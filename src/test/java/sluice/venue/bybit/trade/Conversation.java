package sluice.venue.bybit.trade;

import java.time.Duration;
import java.time.Instant;
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
import sluice.order.OrderId;
import sluice.venue.Talk;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** Talk with Bybit's session, at the time that its frames are of. */
final class Conversation extends Talk {

    static final Symbol SPOT = Symbol.of("BTC-USDT");
    static final Symbol PERP = Symbol.of("BTC-USDT-PERP");
    static final String AUTHENTICATED = "{\"success\":true,\"ret_msg\":\"\",\"op\":\"auth\",\"conn_id\":\"c1\"}";
    static final String SUBSCRIBED = "{\"success\":true,\"ret_msg\":\"\",\"op\":\"subscribe\",\"conn_id\":\"c1\"}";

    Conversation() {
        super(Conversation::session);
        clock.jump(Duration.between(clock.now(), Instant.ofEpochMilli(1_760_000_000_000L)));
    }

    private static Session session(Clock clock) {
        return new TradeSession(new BybitTrading(
                new TradeSettings(
                        new VenueId("bybit"),
                        new TradeSettings.Hosts("http://venue", "ws://venue/v5/private"),
                        new Credentials("the-key", "the-secret"),
                        List.of(SPOT, PERP),
                        new TradeSettings.Rules(Duration.ofSeconds(5), Deadlines.STANDARD, 300),
                        Recovery.USUAL),
                clock,
                new SplittableRandom(7)));
    }

    /** A session that has its time and its stream, and has read its account. */
    static Conversation begun() {
        return begun(Frames.RIGHTS, Frames.positions("0", "", 0));
    }

    static Conversation begun(String rights, String positions) {
        var talk = new Conversation();
        talk.start();
        talk.tellsTime();
        talk.opened();
        talk.says(AUTHENTICATED);
        talk.says(SUBSCRIBED);
        talk.answers("GET /v5/user/query-api", rights);
        talk.answers("GET /v5/account/wallet-balance", Frames.WALLET);
        talk.answers("GET /v5/position/list", positions);
        talk.answers("GET /v5/account/fee-rate", Frames.FEES);
        talk.answers("GET /v5/account/fee-rate", Frames.FEES);
        talk.forgetFrames();
        return talk;
    }

    void tellsTime() {
        answers(
                "GET /v5/market/time",
                Frames.result(
                        "{\"timeSecond\":\"1\",\"timeNano\":\"" + clock.now().toEpochMilli() + "000000\"}"));
    }

    /** The venue answers the oldest call there is to a method and path. */
    void answers(String methodAndPath, String body) {
        answers(methodAndPath, 200, body);
    }

    <T extends VenueEvent> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static VenueCommand.Ref ref(String id) {
        return new VenueCommand.Ref(new ClOrdId(id), Optional.empty(), PERP);
    }

    static VenueCommand.Ref ref(String id, String orderId) {
        return new VenueCommand.Ref(new ClOrdId(id), Optional.of(new OrderId(orderId)), PERP);
    }
}
