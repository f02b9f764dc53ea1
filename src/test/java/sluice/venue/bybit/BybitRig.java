package sluice.venue.bybit;

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

/** The adapter before the simulated Bybit. */
final class BybitRig {

    private static final List<Symbol> BOTH = List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USDT-PERP"));

    private BybitRig() {}

    static SimRig start(Symbol symbol) {
        return SimRig.start(new SimRig.Stand(
                "bybit", symbol, symbol.isPerpetual() ? "BTCUSDT-PERP" : "BTCUSDT", false, BybitRig::adapter));
    }

    private static Venue adapter(SimVenue at, Transport transport, Clock clock, SessionDriver.Timer timer) {
        var config = BybitConfig.of(new VenueId("bybit"), BybitConfig.Hosts.of(at.rest(), at.ws()), BOTH)
                .with(new Credentials(at.apiKey(), at.apiSecret()));
        return BybitVenue.of(config, new Ends(transport, clock, timer), new SplittableRandom(1));
    }
}
