package sluice.bench.desk;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.DeskLoop;
import sluice.engine.desk.Setup;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Clock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.hmac.Credentials;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;

/** A whole desk with its journal on disk, for one venue. */
public final class DeskRig implements AutoCloseable {

    public static final Clock WALL = new Clock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    static final Symbol SYMBOL = Symbol.of("BTC-USDT");

    private static final Origin ORIGIN = new Origin("bench", "pts/0", "buy 0.01 BTC-USDT --at 59000", Optional.empty());
    private static final Terms TERMS = new Terms(
            SYMBOL, Side.BUY, Qty.of(CannedOrder.QTY), Optional.of(Px.of(CannedOrder.PX)), Tif.GTC, false, false);

    private static final Command READY = new Command.AwaitReady(List.of(), Duration.ofSeconds(20));

    final Stages stages;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final Transport transport;
    private final DeskLoop desk;

    DeskRig(Path journal, BinanceConfig config, BiFunction<Transport, Stages, Transport> wrap) {
        stages = new Stages(SqliteJournal.open(journal, "bench"));
        transport = wrap.apply(new OkHttpTransport("binance", WALL), stages);
        var venue = BinanceVenue.of(
                config, new Ends(transport, WALL, SessionDriver.Timer.on(timer)), new SplittableRandom(1));
        var core = new DeskCore(
                new Setup(stages, WALL, List.of(venue.manifest()), limits(), Consolidation.DEFAULT, "bench", "0.1.0"));
        desk = new DeskLoop(core, WALL, List.of(venue));
        desk.start();
        var ready = desk.ask(READY).join();
        while (desk.books().isEmpty() || desk.books().get(0).read(1).isEmpty()) {
            settle();
            Thread.yield();
        }
        System.err.println(ready);
    }

    /** The usual adapter, with room for as many orders as can be sent. */
    static BinanceConfig config(BinanceConfig.Hosts hosts, Credentials keys) {
        var symbols = List.of(SYMBOL);
        var plain = BinanceConfig.of(new VenueId("binance"), hosts, symbols).with(keys);
        var usual = plain.limits();
        var wide =
                new BinanceConfig.Limits(usual.recvWindow(), usual.deadlines(), 100_000_000, 100_000_000, 100_000_000);
        return new BinanceConfig(
                plain.venue(), plain.hosts(), plain.credentials(), symbols, wide, plain.pace(), plain.recovery());
    }

    public static Limits limits() {
        var limits = Limits.simulated();
        for (var key : List.of(
                LimitKey.RATE_PER_SECOND,
                LimitKey.RATE_BURST,
                LimitKey.RATE_VENUE_PER_SECOND,
                LimitKey.RATE_VENUE_BURST,
                LimitKey.RATE_MAX_DUPLICATES)) {
            limits = limits.with(key, new BigDecimal(1_000_000));
        }
        return limits.with(LimitKey.RATE_DUPLICATE_WINDOW, BigDecimal.ZERO);
    }

    CompletableFuture<Answer> buy(Command.Until until) {
        return desk.ask(place(until));
    }

    public static Command place(Command.Until until) {
        return new Command.Place(TERMS, Optional.empty(), Instructions.NONE, ORIGIN, until);
    }

    /** The client id of an order that was placed. */
    public static String clientId(Answer answer) {
        if (answer instanceof Answer.Placed placed) {
            return placed.order().children().get(0).ids().clOrdId().value();
        }
        throw new IllegalStateException("not placed: " + answer);
    }

    /** Waits until the desk has done all it was given before. */
    void settle() {
        desk.ask(READY).join();
    }

    @Override
    public void close() {
        desk.close();
        timer.shutdownNow();
        transport.close();
        stages.close();
    }
}
