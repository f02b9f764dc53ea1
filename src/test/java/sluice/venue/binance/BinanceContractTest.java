package sluice.venue.binance;

import java.util.List;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.hmac.Credentials;
import sluice.sim.server.SimVenue;
import sluice.venue.SimRig;
import sluice.venue.Venue;
import sluice.venue.VenueContract;

/** The contract on the simulated venue, which was written from the same page by somebody else. */
class BinanceContractTest extends VenueContract {

    private static final Symbol SYMBOL = Symbol.of("BTC-USDT");

    BinanceContractTest() {
        super(SimRig.start(new SimRig.Stand("binance", SYMBOL, "BTCUSDT", true, BinanceContractTest::venue)));
    }

    private static Venue venue(SimVenue at, Transport transport, Clock clock, SessionDriver.Timer timer) {
        var hosts = BinanceConfig.Hosts.of(at.rest(), at.ws());
        var config = BinanceConfig.of(new VenueId("binance"), hosts, List.of(SYMBOL))
                .with(new Credentials(at.apiKey(), at.apiSecret()));
        return BinanceVenue.of(config, new Ends(transport, clock, timer), new SplittableRandom(1));
    }
}
