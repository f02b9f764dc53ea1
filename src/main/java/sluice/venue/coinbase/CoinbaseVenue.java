package sluice.venue.coinbase;

import java.util.SplittableRandom;
import sluice.net.Ends;
import sluice.net.VenueDriver;
import sluice.net.feed.MarketSession;
import sluice.net.limit.Shutout;
import sluice.net.orders.TradeSession;
import sluice.venue.Venue;
import sluice.venue.coinbase.trade.CoinbaseTrading;

/** Coinbase Advanced Trade, spot. Safe for any thread; the ends it runs on are not closed with it. */
public final class CoinbaseVenue {

    private CoinbaseVenue() {}

    public static Venue of(CoinbaseConfig config, Ends ends, SplittableRandom random) {
        var clock = ends.clock();
        var shutout = Shutout.ofAll();
        var market = new MarketSession(config.dialect(), config.market(), clock, random.split(), shutout);
        var dice = random.split();
        var trade = config.trade().map(settings -> new TradeSession(new CoinbaseTrading(settings, clock, dice)));
        var sessions = new VenueDriver.Sessions(market, config.symbols(), trade, shutout);
        return new VenueDriver(CoinbaseManifest.of(config), ends, sessions);
    }
}
