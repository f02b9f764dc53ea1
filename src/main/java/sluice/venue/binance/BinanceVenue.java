package sluice.venue.binance;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import sluice.net.Ends;
import sluice.net.VenueDriver;
import sluice.net.feed.MarketSession;
import sluice.net.limit.Shutout;
import sluice.venue.Manifest;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.trade.BinanceTradeSession;

/** Binance spot. Safe for any thread; the ends it runs on are not closed with it. */
public final class BinanceVenue implements Venue {

    private final BinanceConfig config;
    private final VenueDriver driver;

    public BinanceVenue(BinanceConfig config, Ends ends, SplittableRandom random) {
        this.config = config;
        var clock = ends.clock();
        // rest-api.md, "IP Limits": "The limits on the API are based on the IPs, not the API keys".
        var shutout = Shutout.ofAll();
        var market = new MarketSession(config.dialect(), config.market(), clock, random.split(), shutout);
        var dice = random.split();
        var trade = config.trade().map(settings -> new BinanceTradeSession(settings, clock, dice, shutout));
        driver = new VenueDriver(config.venue(), ends, new VenueDriver.Sessions(market, config.symbols(), trade));
    }

    @Override
    public Manifest manifest() {
        return BinanceManifest.of(config);
    }

    @Override
    public void open(Consumer<VenueEvent> inbox) {
        driver.open(inbox);
    }

    @Override
    public void prepare(VenueCommand command) {
        driver.prepare(command);
    }

    @Override
    public void forget(VenueCommand command) {
        driver.forget(command);
    }

    @Override
    public void send(VenueCommand command) {
        driver.send(command);
    }

    @Override
    public void close() {
        driver.close();
    }
}
