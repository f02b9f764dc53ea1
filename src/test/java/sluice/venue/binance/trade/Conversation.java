package sluice.venue.binance.trade;

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
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.trade.wire.Credentials;

/** Plays desk and venue to one session, word by word, under a clock that stands still. */
final class Conversation implements Session.Out {

    static final Symbol BTC_USDT = Symbol.of("BTC-USDT");
    static final String SUBSCRIBED = "{\"id\":\"subscribe\",\"status\":200,\"result\":{\"subscriptionId\":0}}";

    final ManualClock clock = new ManualClock();
    private final Map<Long, HttpCall> calls = new LinkedHashMap<>();
    private final List<VenueEvent> events = new ArrayList<>();
    private final List<String> sentFrames = new ArrayList<>();
    private final BinanceTradeSession session;
    private OptionalLong alarm = OptionalLong.empty();
    private int link;
    private boolean isLinkOpen;

    Conversation() {
        session = new BinanceTradeSession(
                new TradeSettings(
                        new VenueId("binance"),
                        new TradeSettings.Hosts("http://venue", "ws://venue/ws-api/v3"),
                        new Credentials("the-key", "the-secret"),
                        List.of(BTC_USDT),
                        new Rules(Duration.ofSeconds(5), Duration.ofSeconds(5), 4000, 2000, 50, 160_000)),
                clock,
                new SplittableRandom(7));
    }

    /** A session that has its time, balances, fees and stream, and nothing left to say. */
    static Conversation begun() {
        var talk = new Conversation();
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

    void start() {
        session.start(this);
    }

    void asks(VenueCommand command) {
        session.command(command, this);
    }

    /** The venue answers the oldest call there is to a method and path. */
    void answers(String methodAndPath, int status, String body) {
        answers(methodAndPath, status, Map.of(), body);
    }

    void answers(String methodAndPath, int status, Map<String, String> headers, String body) {
        settle(methodAndPath, new HttpOutcome.Reply(status, headers, body, Duration.ofMillis(3)));
    }

    /** The call to a method and path ends without a reply. */
    void loses(String methodAndPath, boolean sent) {
        settle(methodAndPath, new HttpOutcome.Failure(sent, "connection reset", Duration.ofMillis(3)));
    }

    private void settle(String methodAndPath, HttpOutcome outcome) {
        session.answered(take(methodAndPath), outcome, this);
    }

    private long take(String methodAndPath) {
        var call = calls.entrySet().stream()
                .filter(entry -> name(entry.getValue()).equals(methodAndPath))
                .map(Map.Entry::getKey)
                .findFirst();
        assertThat(call).as("%s among %s", methodAndPath, asked()).isPresent();
        calls.remove(call.orElseThrow());
        return call.orElseThrow();
    }

    void opened() {
        session.opened(link, this);
    }

    void says(String frame) {
        session.received(link, frame, this);
    }

    void pings() {
        session.pinged(link, this);
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
                .filter(event -> !(event instanceof VenueEvent.LinkMeasured))
                .toList();
        events.clear();
        return told;
    }

    List<VenueEvent> eventsWithMeasurements() {
        var told = List.copyOf(events);
        events.clear();
        return told;
    }

    List<OrderNews> news() {
        return events().stream()
                .filter(VenueEvent.OrderReport.class::isInstance)
                .map(event -> ((VenueEvent.OrderReport) event).news())
                .toList();
    }

    List<String> frames() {
        return List.copyOf(sentFrames);
    }

    boolean isLinkOpen() {
        return isLinkOpen;
    }

    int link() {
        return link;
    }

    static VenueCommand.Ref ref(String id) {
        return new VenueCommand.Ref(new sluice.order.ClOrdId(id), Optional.empty(), BTC_USDT);
    }

    Instant now() {
        return clock.now();
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
        sentFrames.add(text);
    }

    @Override
    public void close(int number) {
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
