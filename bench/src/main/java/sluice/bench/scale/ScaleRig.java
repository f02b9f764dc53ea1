package sluice.bench.scale;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import sluice.bench.desk.CannedOrder;
import sluice.bench.desk.CannedVenue;
import sluice.bench.desk.DeskRig;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.DeskLoop;
import sluice.engine.desk.Setup;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.hmac.Credentials;
import sluice.venue.FeedState;
import sluice.venue.Venue;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.BybitVenue;
import sluice.venue.coinbase.CoinbaseConfig;
import sluice.venue.coinbase.CoinbaseVenue;

/** A desk with its journal on disk, three venues' adapters, and in the venues' place their stages. */
final class ScaleRig implements AutoCloseable {

    private static final String HTTP = "http://127.0.0.1:1";
    private static final String WS = "ws://127.0.0.1:1";

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final Echo echo = new Echo();
    private final CannedVenue canned = new CannedVenue(echo);
    private final List<Stage> stages;
    private final SqliteJournal journal;
    private final DeskLoop desk;
    private final int books;
    private final Set<String> told = new HashSet<>();

    ScaleRig(Path file, List<Tape> tapes, List<String> bases) {
        var symbols = bases.stream().map(base -> Symbol.spot(base, "USDT")).toList();
        books = 3 * symbols.size();
        stages = List.of(
                new Stage(new Words.Binance(), tapes, bases, canned),
                new Stage(new Words.Bybit(), tapes, bases, echo),
                new Stage(new Words.Coinbase(), tapes, bases, echo));
        List<Venue> venues = List.of(
                BinanceVenue.of(binance(symbols), ends(0), new SplittableRandom(1)),
                BybitVenue.of(bybit(symbols), ends(1), new SplittableRandom(2)),
                CoinbaseVenue.of(
                        CoinbaseConfig.of(new VenueId("coinbase"), CoinbaseConfig.Hosts.of(HTTP, WS), symbols),
                        ends(2),
                        new SplittableRandom(3)));
        journal = SqliteJournal.open(file, "bench");
        var core = new DeskCore(new Setup(
                journal,
                DeskRig.WALL,
                venues.stream().map(Venue::manifest).toList(),
                DeskRig.limits(),
                Consolidation.DEFAULT,
                "bench",
                "0.1.0"));
        desk = new DeskLoop(core, DeskRig.WALL, venues);
    }

    private Ends ends(int stage) {
        return new Ends(stages.get(stage), DeskRig.WALL, SessionDriver.Timer.on(timer));
    }

    private static BinanceConfig binance(List<Symbol> symbols) {
        var plain = BinanceConfig.of(new VenueId("binance"), BinanceConfig.Hosts.of(HTTP, WS), symbols)
                .with(new Credentials("key", "0123456789abcdef"));
        var wide = new BinanceConfig.Limits(
                plain.limits().recvWindow(), plain.limits().deadlines(), 100_000_000, 100_000_000, 100_000_000);
        return new BinanceConfig(
                plain.venue(), plain.hosts(), plain.credentials(), symbols, wide, plain.pace(), plain.recovery());
    }

    private static BybitConfig bybit(List<Symbol> symbols) {
        var plain = BybitConfig.of(new VenueId("bybit"), BybitConfig.Hosts.of(HTTP, WS), symbols);
        var pace = plain.pace().withSnapshotLimit(1000);
        return new BybitConfig(
                plain.venue(), plain.hosts(), plain.credentials(), symbols, plain.limits(), pace, plain.recovery());
    }

    List<Stage> stages() {
        return stages;
    }

    /** Nanoseconds until every book was whole. */
    long start() throws InterruptedException {
        desk.start();
        long took = awaitWhole();
        var binance = List.of(new VenueId("binance"));
        System.err.println(desk.ask(new Command.AwaitReady(binance, Duration.ofSeconds(30)))
                .join());
        return took;
    }

    /** Nanoseconds until every book is whole, as it may not be after the whole process was made to wait. */
    long awaitWhole() throws InterruptedException {
        long begin = System.nanoTime();
        while (whole() < books) {
            Thread.sleep(20);
            if (System.nanoTime() - begin
                    > Duration.ofSeconds(Integer.getInteger("patience", 100)).toNanos()) {
                desk.view()
                        .venues()
                        .values()
                        .forEach(venue -> venue.feeds().entrySet().stream()
                                .filter(feed -> feed.getValue().state() != FeedState.LIVE)
                                .limit(3)
                                .forEach(System.err::println));
                throw new IllegalStateException("only " + whole() + " of " + books + " books are whole");
            }
        }
        return System.nanoTime() - begin;
    }

    private long whole() {
        return desk.books().stream().filter(book -> book.read(1).isPresent()).count();
    }

    /** Feeds of books that are not live now, and those that ceased to be so at some time. */
    long broken() {
        return desk.look().join().venues().values().stream()
                .flatMap(venue -> venue.feeds().entrySet().stream())
                .filter(feed -> feed.getKey().symbol().isPresent())
                .filter(feed -> feed.getValue().state() != FeedState.LIVE
                        || feed.getValue().past().drops() > 0)
                .count();
    }

    int waiting() {
        return desk.waiting();
    }

    /** Nanoseconds from the command to the request at the transport; empty for an order that was refused. */
    OptionalLong order() {
        long begin = System.nanoTime();
        var answer = desk.ask(DeskRig.place(Command.Until.ACKNOWLEDGED)).join();
        long took = echo.calledNanos - begin;
        if (!(answer instanceof Answer.Placed)) {
            if (told.add(answer.toString().replaceAll("[0-9]+", "N"))) {
                System.err.println("not placed: " + answer);
            }
            return OptionalLong.empty();
        }
        canned.end(DeskRig.clientId(answer));
        return OptionalLong.of(took);
    }

    @Override
    public void close() {
        desk.close();
        timer.shutdownNow();
        stages.forEach(Stage::close);
        journal.close();
    }

    /** Acknowledges each order from a thread of its own. */
    private static final class Echo implements Transport {

        private final ScheduledExecutorService net = Executors.newSingleThreadScheduledExecutor();
        private volatile long calledNanos;

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            calledNanos = System.nanoTime();
            var body = CannedOrder.reply(CannedOrder.field(call.body(), "newClientOrderId"));
            net.execute(() -> outcome.accept(new HttpOutcome.Reply(200, Map.of(), body, Duration.ZERO)));
        }

        @Override
        public Link open(String url, LinkListener listener) {
            throw new AssertionError(url);
        }

        @Override
        public void close() {
            net.shutdownNow();
        }
    }
}
