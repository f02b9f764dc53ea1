package sluice.venue.bybit;

import java.util.SplittableRandom;
import sluice.net.Ends;
import sluice.net.VenueDriver;
import sluice.net.feed.MarketSession;
import sluice.net.limit.Shutout;
import sluice.net.orders.TradeSession;
import sluice.venue.Venue;
import sluice.venue.bybit.trade.BybitTrading;

/** Bybit, spot and linear perpetuals. Safe for any thread; the ends it runs on are not closed with it. */
public final class BybitVenue {

    private BybitVenue() {}

    public static Venue of(BybitConfig config, Ends ends, SplittableRandom random) {
        var clock = ends.clock();
        // Rate limit page: the address gets 403, the account (per UID) retCode 10006.
        var shutout = Shutout.ofBans();
        var market = new MarketSession(config.dialect(), config.market(), clock, random.split(), shutout);
        var dice = random.split();
        var trade = config.trade().map(settings -> new TradeSession(new BybitTrading(settings, clock, dice, shutout)));
        var sessions = new VenueDriver.Sessions(market, config.symbols(), trade, shutout);
        return new VenueDriver(BybitManifest.of(config), ends, sessions);
    }
}
