package sluice.bench.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import sluice.bench.Figures;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.net.feed.MarketSession;
import sluice.net.feed.MarketSettings;
import sluice.net.feed.Pace;
import sluice.net.feed.Rates;
import sluice.net.limit.Backoff;
import sluice.net.limit.Shutout;
import sluice.sim.WorldSpec;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.store.MemoryLedger;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;
import sluice.venue.binance.market.BinanceMarketDialect;
import sluice.venue.binance.market.BinanceMarketRest;
import sluice.venue.binance.market.wire.InstrumentWire;

/**
 * From a cut of all connections to a book that is whole again, over real sockets, against the simulator in this
 * process; each cut counts as the first, as one an hour would.
 *
 * <p>Another thread reads the book all the while and counts reads of one that makes no sense; after every tenth
 * recovery the market is stopped and the book compared with the exchange's own.
 */
public final class FeedRecovery {

    private static final int FAULTS = Integer.getInteger("faults", 1_000);
    private static final int COMPARED = 10;
    private static final int LEVELS = 20;
    private static final long QUIET_MILLIS = 120;
    private static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    private static final Clock WALL = new Clock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<VenueEvent.FeedChanged> changes = new LinkedBlockingQueue<>();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final SimServer sim;
    private volatile LiveBook book;

    private FeedRecovery(SimServer sim) {
        this.sim = sim;
    }

    public static void main(String[] args) throws Exception {
        try (var sim = SimServer.start(SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), WALL))) {
            new FeedRecovery(sim).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        var transport = new OkHttpTransport("feeds", WALL);
        var timer = Executors.newScheduledThreadPool(1);
        var at = sim.venues().get(0);
        var venue = new VenueId("binance");
        var dialect = new BinanceMarketDialect(
                new InstrumentWire(venue),
                at.rest(),
                at.ws(),
                Pace.USUAL.withSnapshotLimit(100),
                new BinanceMarketRest(6_000, 6_000));
        var often = new Rates(100_000, Duration.ofMinutes(5), 4, Duration.ZERO);
        var backoff = new Backoff.Settings(
                Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofMillis(QUIET_MILLIS / 2));
        var settings = new MarketSettings(venue, List.of(SYMBOL), Pace.USUAL.withSnapshotLimit(100), often, backoff);
        var session = new MarketSession(dialect, settings, WALL, new SplittableRandom(1), Shutout.ofAll());
        var driver = new SessionDriver(
                session, transport, WALL, SessionDriver.Timer.on(timer), this::hear, Throwable::printStackTrace);
        driver.start();
        live();
        watch();
        measure();
        driver.close();
        transport.close();
        timer.shutdownNow();
    }

    private void measure() throws Exception {
        var noticed = new long[FAULTS];
        var injected = new long[FAULTS];
        long different = 0;
        for (int i = 0; i < FAULTS; i++) {
            Thread.sleep(QUIET_MILLIS);
            changes.clear();
            long start = System.nanoTime();
            post("/venues/binance/faults", "{\"kind\":\"disconnect\"}");
            long lost = next(false);
            long back = next(true);
            noticed[i] = back - lost;
            injected[i] = back - start;
            if (i % COMPARED == 0 && !isTrue()) {
                different++;
            }
        }
        print("feed.recovery.noticed", noticed);
        print("feed.recovery.injected", injected);
        print("feed.recovery.snapshot", snapshots());
        Figures.print("feed.recovery", "faults", FAULTS);
        Figures.print("feed.recovery", "reads", reads.get());
        Figures.print("feed.recovery", "wrong", wrong.get() + different);
    }

    /** How long the venue itself takes for a snapshot, asked from here. */
    private long[] snapshots() throws Exception {
        var took = new long[50];
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            get(sim.venues().get(0).rest() + "/api/v3/depth?symbol=BTCUSDT&limit=100");
            took[i] = System.nanoTime() - start;
        }
        return took;
    }

    private static void print(String bench, long[] nanos) {
        Arrays.sort(nanos);
        Figures.print(bench, "p50_ms", nanos[nanos.length / 2] / 1e6);
        Figures.print(bench, "p99_ms", nanos[nanos.length * 99 / 100] / 1e6);
    }

    private void hear(VenueEvent event) {
        if (event instanceof VenueEvent.BookOpened opened) {
            book = opened.book();
        } else if (event instanceof VenueEvent.FeedChanged change
                && change.feed().equals(Feed.book(SYMBOL))) {
            changes.add(change);
        }
    }

    private long live() throws InterruptedException {
        return next(true);
    }

    /** When the book's feed was next told to be LIVE, or no longer to be. */
    private long next(boolean live) throws InterruptedException {
        while (true) {
            var change = changes.poll(60, TimeUnit.SECONDS);
            if (change == null) {
                throw new IllegalStateException("the feed stays as it is");
            }
            if ((change.state() == FeedState.LIVE) == live) {
                return change.at().nanos();
            }
        }
    }

    private void watch() {
        var reader = new Thread(() -> {
            while (true) {
                book.read(5).ifPresent(ladder -> {
                    reads.incrementAndGet();
                    if (ladder.bids().isEmpty()
                            || ladder.asks().isEmpty()
                            || ladder.bids()
                                            .get(0)
                                            .px()
                                            .compareTo(ladder.asks().get(0).px())
                                    >= 0) {
                        wrong.incrementAndGet();
                    }
                });
                Thread.onSpinWait();
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Stops the market, waits for what was on its way, and compares. */
    private boolean isTrue() throws Exception {
        post("/market", "{\"frozen\":true}");
        Thread.sleep(300);
        var ours = book.read(LEVELS).map(FeedRecovery::text).orElse("absent");
        var truth = get(sim.admin() + "/venues/binance/book?symbol=BTCUSDT");
        post("/market", "{\"frozen\":false}");
        boolean same = truth.startsWith(ours);
        if (!same) {
            System.err.println(ours + "\n" + truth.substring(0, Math.min(400, truth.length())));
        }
        return same;
    }

    private static String text(Ladder ladder) {
        var bids = ladder.bids().stream()
                .map(level -> "[\"" + level.px().plain() + "\",\"" + level.qty().plain() + "\"]")
                .toList();
        return "{\"bids\":[" + String.join(",", bids);
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(sim.admin() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
