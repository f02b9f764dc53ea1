package sluice.venue.binance.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.HttpOutcome.Reply;
import sluice.net.Session;
import sluice.net.feed.MarketSession;
import sluice.net.feed.MarketSettings;
import sluice.net.feed.Pace;
import sluice.net.limit.Backoff;
import sluice.net.limit.Shutout;
import sluice.venue.Feed;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.market.wire.InstrumentWire;

/** The other end of a session, and the time it lives in: what it asked for is kept until the test answers. */
final class ScriptedVenue implements Session.Out, Clock {

    static final String DEPTH = "/api/v3/depth?symbol=BTCUSDT&limit=1000";
    static final String INFO = "{\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\","
            + "\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"filters\":["
            + "{\"filterType\":\"PRICE_FILTER\",\"tickSize\":\"0.01000000\"},"
            + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00001\",\"maxQty\":\"9000\","
            + "\"stepSize\":\"0.00001000\"}]}]}";

    static final Duration TOOK = Duration.ofMillis(3);

    final Map<Long, HttpCall> calls = new LinkedHashMap<>();
    final Map<Integer, String> links = new LinkedHashMap<>();
    final List<Integer> closed = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    final List<VenueEvent> events = new ArrayList<>();
    final MarketSession session;
    private long nanos = 1_000_000_000_000L;
    private long wake = Long.MAX_VALUE;

    ScriptedVenue(String... symbols) {
        var settings = new MarketSettings(
                new VenueId("binance"),
                List.of(symbols).stream().map(Symbol::of).toList(),
                Pace.USUAL,
                BinanceMarketDialect.RATES,
                Backoff.Settings.STANDARD);
        var dialect = new BinanceMarketDialect(
                new InstrumentWire(settings.venue()),
                "https://rest",
                "wss://stream",
                Pace.USUAL,
                new BinanceMarketRest(3000, 6000));
        session = new MarketSession(dialect, settings, this, new SplittableRandom(5), Shutout.ofAll());
    }

    /** Time passes, with every wake that was asked for. */
    void pass(Duration time) {
        long end = nanos + time.toNanos();
        for (int wakes = 0; wake <= end; wakes++) {
            if (wakes > 10_000) {
                throw new AssertionError("the session never sleeps");
            }
            nanos = Math.max(nanos, wake);
            wake = Long.MAX_VALUE;
            session.woken(this);
        }
        nanos = end;
    }

    /** Time passes with the venue's pings on the first connection. */
    void keepAlive(Duration time) {
        for (long left = time.toSeconds(); left > 0; left -= 20) {
            session.pinged(1, this);
            pass(Duration.ofSeconds(20));
        }
    }

    /** Answers the oldest call for this path, which must be out. */
    void answer(String path, int status, Map<String, String> headers, String body) {
        answer(path, new Reply(status, headers, body, TOOK));
    }

    void answer(String path, HttpOutcome outcome) {
        var call = calls.entrySet().stream()
                .filter(entry -> entry.getValue().url().contains(path))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no call for " + path + " in " + calls));
        calls.remove(call);
        session.answered(call, outcome, this);
    }

    boolean isAsked(String path) {
        return calls.values().stream().anyMatch(call -> call.url().contains(path));
    }

    void open(int link) {
        session.opened(link, this);
    }

    void receive(int link, String... frames) {
        for (var frame : frames) {
            session.received(link, frame, this);
        }
    }

    LiveBook book() {
        return events.stream()
                .filter(VenueEvent.BookOpened.class::isInstance)
                .map(event -> ((VenueEvent.BookOpened) event).book())
                .findFirst()
                .orElseThrow();
    }

    /** What was told of book feeds since the last time, as {@code STATE reason}. */
    List<String> states() {
        var states = events.stream()
                .filter(VenueEvent.FeedChanged.class::isInstance)
                .map(VenueEvent.FeedChanged.class::cast)
                .filter(event -> event.feed().kind() == Feed.Kind.BOOK)
                .map(event -> (event.state() + " " + event.text()).strip())
                .toList();
        events.removeIf(VenueEvent.FeedChanged.class::isInstance);
        return states;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(1_760_000_000L).plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void call(long call, HttpCall request) {
        calls.put(call, request);
    }

    @Override
    public void open(int link, String url) {
        links.put(link, url);
    }

    @Override
    public void send(int link, String text) {
        sent.add(link + " " + text);
    }

    @Override
    public void close(int link) {
        closed.add(link);
    }

    @Override
    public void wakeAt(long at) {
        wake = Math.min(wake, at);
    }

    @Override
    public void emit(VenueEvent event) {
        events.add(event);
    }

    /** The trading session's business, which must not disturb this one. */
    void command(VenueCommand command) {
        session.command(command, this);
    }
}
