package sluice.venue.bybit.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.gate.Deadlines;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Recovery;
import sluice.net.orders.TradeSession;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** Plays desk and venue to one session, word by word, under a clock that stands still. */
final class Conversation implements Session.Out {

    static final Symbol SPOT = Symbol.of("BTC-USDT");
    static final Symbol PERP = Symbol.of("BTC-USDT-PERP");
    static final String AUTHENTICATED = "{\"success\":true,\"ret_msg\":\"\",\"op\":\"auth\",\"conn_id\":\"c1\"}";
    static final String SUBSCRIBED = "{\"success\":true,\"ret_msg\":\"\",\"op\":\"subscribe\",\"conn_id\":\"c1\"}";

    final Still clock = new Still();
    private final Map<Long, HttpCall> calls = new LinkedHashMap<>();
    private final List<VenueEvent> events = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();
    private final TradeSession session;
    private OptionalLong alarm = OptionalLong.empty();
    private int link;
    private boolean isLinkOpen;
    private final List<Integer> closedLinks = new ArrayList<>();

    static final class Still implements Clock {

        private Instant now = Instant.ofEpochMilli(1_760_000_000_000L);
        private long nanos;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        void pass(Duration time) {
            now = now.plus(time);
            nanos += time.toNanos();
        }
    }

    Conversation() {
        session = new TradeSession(new BybitTrading(
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
        talk.frames.clear();
        return talk;
    }

    void start() {
        session.start(this);
    }

    void tellsTime() {
        answers(
                "GET /v5/market/time",
                Frames.result(
                        "{\"timeSecond\":\"1\",\"timeNano\":\"" + clock.now().toEpochMilli() + "000000\"}"));
    }

    void asks(VenueCommand command) {
        session.command(command, this);
    }

    /** The venue answers the oldest call there is to a method and path. */
    void answers(String methodAndPath, String body) {
        answers(methodAndPath, 200, Map.of(), body);
    }

    void answers(String methodAndPath, int status, Map<String, String> headers, String body) {
        settle(methodAndPath, new HttpOutcome.Reply(status, headers, body, Duration.ofMillis(3)));
    }

    /** The call to a method and path ends without a reply. */
    void loses(String methodAndPath, boolean sent) {
        settle(methodAndPath, new HttpOutcome.Failure(sent, "connection reset", Duration.ofMillis(3)));
    }

    private void settle(String methodAndPath, HttpOutcome outcome) {
        var call = calls.entrySet().stream()
                .filter(entry -> name(entry.getValue()).equals(methodAndPath))
                .map(Map.Entry::getKey)
                .findFirst();
        assertThat(call).as("%s among %s", methodAndPath, asked()).isPresent();
        calls.remove(call.orElseThrow());
        session.answered(call.orElseThrow(), outcome, this);
    }

    void opened() {
        session.opened(link, this);
    }

    void says(String frame) {
        says(link, frame);
    }

    /** On a link that need not be the newest. */
    void says(int which, String frame) {
        session.received(which, frame, this);
    }

    /** Those that the session closed. */
    List<Integer> closedLinks() {
        return List.copyOf(closedLinks);
    }

    void hangsUp() {
        isLinkOpen = false;
        session.closed(link, "cut", this);
    }

    /** Time passes, and the session is woken whenever it asked to be. */
    void passes(Duration time) {
        var end = clock.nanos() + time.toNanos();
        while (alarm.isPresent() && alarm.getAsLong() <= end) {
            clock.pass(Duration.ofNanos(Math.max(0, alarm.getAsLong() - clock.nanos())));
            alarm = OptionalLong.empty();
            session.woken(this);
        }
        clock.pass(Duration.ofNanos(end - clock.nanos()));
    }

    /** What was asked over HTTP and has no answer yet. */
    List<String> asked() {
        return calls.values().stream().map(Conversation::name).toList();
    }

    HttpCall call(String methodAndPath) {
        return calls.values().stream()
                .filter(call -> name(call).equals(methodAndPath))
                .findFirst()
                .orElseThrow(() -> new AssertionError(methodAndPath + " among " + asked()));
    }

    /** What was told since the last time this was asked, but for measurements of the link. */
    List<VenueEvent> events() {
        var told = events.stream()
                .filter(event ->
                        !(event instanceof VenueEvent.LinkMeasured || event instanceof VenueEvent.BadFramesCounted))
                .toList();
        events.clear();
        return told;
    }

    <T extends VenueEvent> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<OrderNews> news() {
        return events(VenueEvent.OrderReport.class).stream()
                .map(VenueEvent.OrderReport::news)
                .toList();
    }

    List<String> frames() {
        return List.copyOf(frames);
    }

    int link() {
        return link;
    }

    boolean isLinkOpen() {
        return isLinkOpen;
    }

    static VenueCommand.Ref ref(String id) {
        return new VenueCommand.Ref(new ClOrdId(id), Optional.empty(), PERP);
    }

    static VenueCommand.Ref ref(String id, String orderId) {
        return new VenueCommand.Ref(new ClOrdId(id), Optional.of(new OrderId(orderId)), PERP);
    }

    private static String name(HttpCall call) {
        var path = call.url().substring("http://venue".length());
        return call.method() + " " + (path.contains("?") ? path.substring(0, path.indexOf('?')) : path);
    }

    @Override
    public void call(long call, HttpCall request) {
        calls.put(call, request);
    }

    @Override
    public void open(int number, String url) {
        link = number;
        isLinkOpen = true;
    }

    @Override
    public void send(int number, String text) {
        frames.add(text);
    }

    @Override
    public void close(int number) {
        closedLinks.add(number);
        if (number == link) {
            isLinkOpen = false;
        }
    }

    @Override
    public void wakeAt(long nanos) {
        alarm = OptionalLong.of(Math.min(nanos, alarm.orElse(Long.MAX_VALUE)));
    }

    @Override
    public void emit(VenueEvent event) {
        events.add(event);
    }
}
