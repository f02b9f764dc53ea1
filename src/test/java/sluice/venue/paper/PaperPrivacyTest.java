package sluice.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.WallClock;
import sluice.app.venue.KeySource;
import sluice.app.venue.Kinds;
import sluice.app.venue.Surroundings;
import sluice.app.venue.VenueConfig;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.limit.Recovery;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.sim.WorldSpec;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.store.MemoryLedger;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** A whole life of an order on paper at each venue, and every byte that leaves meanwhile. */
class PaperPrivacyTest {

    private final WallClock clock = new WallClock();
    private final BlockingQueue<VenueEvent> heard = new LinkedBlockingQueue<>();

    /** Notes what leaves. */
    private record Tapped(Transport transport, List<HttpCall> calls, List<String> frames) implements Transport {

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            calls.add(call);
            transport.call(call, outcome);
        }

        @Override
        public Link open(String url, LinkListener listener) {
            frames.add(url);
            var link = transport.open(url, listener);
            return new Link() {

                @Override
                public boolean send(String text) {
                    frames.add(text);
                    return link.send(text);
                }

                @Override
                public void close() {
                    link.close();
                }
            };
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private VenueEvent await(Predicate<VenueEvent> wanted) throws InterruptedException {
        while (true) {
            var next = Optional.ofNullable(heard.poll(20, TimeUnit.SECONDS));
            if (wanted.test(next.orElseThrow(() -> new AssertionError("never heard of it")))) {
                return next.orElseThrow();
            }
        }
    }

    private static boolean is(VenueEvent event, Class<? extends OrderNews> news) {
        return event instanceof VenueEvent.OrderReport report && news.isInstance(report.news());
    }

    private void trade(PaperVenue paper, Symbol symbol) throws InterruptedException {
        try (paper) {
            live(paper, symbol);
        }
    }

    @ParameterizedTest
    @CsvSource({"binance, BTC-USDT", "bybit, BTC-USDT", "bybit, BTC-USDT-PERP", "coinbase, BTC-USD"})
    void nothingPrivateEverLeaves(String name, String symbolName) throws InterruptedException {
        var symbol = Symbol.of(symbolName);
        var pool = Executors.newSingleThreadScheduledExecutor();
        var spec = SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), clock).serving(List.of(name));
        var calls = new CopyOnWriteArrayList<HttpCall>();
        var frames = new CopyOnWriteArrayList<String>();
        try (var server = SimServer.start(spec);
                var transport = new Tapped(new OkHttpTransport("paper", clock), calls, frames)) {
            var at = server.venues().get(0);
            var wiring = Kinds.find(name).orElseThrow().simulated(at.rest(), at.ws());
            var config =
                    new VenueConfig(new VenueId(name), wiring, List.of(symbol), new KeySource.Environment("K", "S"));
            var ends = new Ends(transport, clock, SessionDriver.Timer.on(pool));
            var around = new Surroundings(ends, Recovery.USUAL);
            var real = wiring.venue(config, Optional.empty(), around, new SplittableRandom(1));
            trade(new PaperVenue(real, paper(wiring.fees()), new Forgotten(), ends, new SplittableRandom(2)), symbol);
        } finally {
            pool.shutdownNow();
        }
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.body()).isEmpty();
            assertThat(call.headers().keySet().toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("mbx", "bapi", "authorization", "key", "sign");
            assertThat(call.url()).doesNotContain("signature", "order", "account", "user/", "key");
        });
        assertThat(frames)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.toLowerCase(Locale.ROOT))
                        .doesNotContain(
                                "jwt", "auth", "apikey", "signature", "\"user\"", "private", "listenkey", "order."));
    }

    private static PaperConfig paper(PaperFees fees) {
        var million = new BigDecimal("1000000");
        return new PaperConfig(
                Map.of("USD", million, "USDT", million), fees, Duration.ofMillis(5), Duration.ofMillis(5));
    }

    /** Everything that can be asked of a venue. */
    private void live(PaperVenue venue, Symbol symbol) throws InterruptedException {
        venue.open(heard::add);
        var opened = (VenueEvent.BookOpened) await(VenueEvent.BookOpened.class::isInstance);
        await(event -> opened.book().read(1).isPresent());
        var ask = opened.book().read(1).orElseThrow().asks().get(0).px();
        var taking =
                Terms.limit(symbol, Side.BUY, Qty.of("0.1"), new Px(ask.value().add(BigDecimal.TEN)), Tif.IOC);
        venue.send(new VenueCommand.NewOrder(new ClOrdId("C-1"), taking));
        await(event -> is(event, OrderNews.Traded.class));
        var far = new Px(BigDecimal.valueOf(50_000));
        var resting = Terms.limit(symbol, Side.BUY, Qty.of("0.1"), far, Tif.GTC);
        venue.send(new VenueCommand.NewOrder(new ClOrdId("C-2"), resting));
        await(event -> is(event, OrderNews.Acknowledged.class));
        var ref = new VenueCommand.Ref(new ClOrdId("C-2"), Optional.empty(), symbol);
        venue.send(new VenueCommand.ReplaceOrder(
                ref, new ClOrdId("C-2-1"), resting, resting.withOrderQty(Qty.of("0.2")), Qty.ZERO));
        await(event -> is(event, OrderNews.Replaced.class));
        venue.send(new VenueCommand.OrderStatusRequest(ref));
        venue.send(new VenueCommand.OrderMassStatusRequest(1, clock.now(), List.of(ref)));
        venue.send(new VenueCommand.CancelOrder(ref));
        await(event -> is(event, OrderNews.Ended.class));
    }

    /** What is written here is gone. */
    private record Forgotten() implements PaperLedger {

        @Override
        public List<String> lines() {
            return List.of();
        }

        @Override
        public void append(List<String> lines) {
            assertThat(lines).isNotEmpty();
        }
    }
}
