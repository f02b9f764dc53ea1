package sluice.app.desk;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import sluice.app.Home;
import sluice.app.WallClock;
import sluice.engine.Desk;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.DeskLoop;
import sluice.engine.desk.Setup;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.risk.limits.Limits;
import sluice.sim.WorldSpec;
import sluice.sim.floor.World;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.store.SqliteLedger;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;
import sluice.venue.binance.trade.wire.Credentials;

public final class RunningDesk {
    public static Desk start(Home home, java.util.OptionalLong seed) {
        var clock = new WallClock();
        var transport = new OkHttpTransport("venues", clock);
        transport.warmUp();
        Home.made(home.profile("sim"));
        Home.made(home.exchange());
        var journal = CompletableFuture.supplyAsync(() -> SqliteJournal.open(home.journal("sim"), "engine-1"));
        var ledger = SqliteLedger.open(home.exchange());
        var sim = SimServer.start(SimSpec.of(WorldSpec.usual(World.seed(ledger, seed)), ledger, clock));
        var timer = Executors.newScheduledThreadPool(1, r -> {
            var t = new Thread(r, "venue-timer");
            t.setDaemon(true);
            return t;
        });
        var at = sim.venues().get(0);
        var config = BinanceConfig.of(
                        new VenueId("binance"),
                        BinanceConfig.Hosts.of(at.rest(), at.ws()),
                        List.of(
                                Symbol.of("BTC-USDT"),
                                Symbol.of("ETH-USDT"),
                                Symbol.of("SOL-USDT"),
                                Symbol.of("ETH-BTC")))
                .with(new Credentials(at.apiKey(), at.apiSecret()));
        var venue = new BinanceVenue(
                config,
                new BinanceVenue.Ends(transport, clock, SessionDriver.Timer.on(timer)),
                new SplittableRandom(1));
        var core = new DeskCore(new Setup(
                journal.join(),
                clock,
                List.of(venue.manifest()),
                Limits.simulated(),
                Consolidation.DEFAULT,
                "abcd1234",
                "0.1.0"));
        var loop = new DeskLoop(core, clock, List.of(venue));
        loop.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            loop.close();
            journal.join().close();
            sim.close();
            transport.close();
        }));
        return loop;
    }
}
