package sluice.venue.binance;

import java.util.SplittableRandom;
import sluice.net.Ends;
import sluice.net.VenueDriver;
import sluice.net.feed.MarketSession;
import sluice.net.limit.Shutout;
import sluice.net.orders.TradeSession;
import sluice.venue.Venue;
import sluice.venue.binance.trade.BinanceTrading;

/** Binance spot. Safe for any thread; the ends it runs on are not closed with it. */
public final class BinanceVenue {

    private BinanceVenue() {}

    public static Venue of(BinanceConfig config, Ends ends, SplittableRandom random) {
        var clock = ends.clock();
        // rest-api.md, "IP Limits": "The limits on the API are based on the IPs, not the API keys".
        var shutout = Shutout.ofAll();
        var market = new MarketSession(config.dialect(), config.market(), clock, random.split(), shutout);
        var dice = random.split();
        var trade =
                config.trade().map(settings -> new TradeSession(new BinanceTrading(settings, clock, dice, shutout)));
        var sessions = new VenueDriver.Sessions(market, config.symbols(), trade, shutout);
        return new VenueDriver(BinanceManifest.of(config), ends, sessions);
    }
}
