package sluice.venue.bybit;

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
import sluice.venue.bybit.trade.BybitTradeSession;

/** Bybit, spot and linear perpetuals. Safe for any thread; the ends it runs on are not closed with it. */
public final class BybitVenue implements Venue {

    private final BybitConfig config;
    private final VenueDriver driver;

    public BybitVenue(BybitConfig config, Ends ends, SplittableRandom random) {
        this.config = config;
        var clock = ends.clock();
        // Rate limit page: the address gets 403, the account (per UID) retCode 10006.
        var shutout = Shutout.ofBans();
        var market = new MarketSession(config.dialect(), config.market(), clock, random.split(), shutout);
        var dice = random.split();
        var trade = config.trade().map(settings -> new BybitTradeSession(settings, clock, dice, shutout));
        driver = new VenueDriver(config.venue(), ends, new VenueDriver.Sessions(market, config.symbols(), trade));
    }

    @Override
    public Manifest manifest() {
        return BybitManifest.of(config);
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
