package sluice.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.KeySource;
import sluice.app.venue.Kinds;
import sluice.app.venue.VenueConfig;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.limit.Recovery;
import sluice.venue.Venue;

/** Where on the simulated network a venue is: a host of its own name. */
final class Address {

    private static final String HTTP = "http://";
    private static final String SOCKETS = "ws://";

    private Address() {}

    /** The venue that an address leads to, and the path there. */
    record Split(String venue, String path) {}

    static Split split(String url) {
        var host = url.substring(url.indexOf("//") + 2);
        var end = host.indexOf('/') < 0 ? host.length() : host.indexOf('/');
        return new Split(host.substring(0, end), host.substring(end));
    }

    /** Our adapter for the venue, as the program makes it. */
    static Venue adapter(
            String name,
            List<Symbol> symbols,
            Optional<ApiKeys> keys,
            Ends ends,
            Recovery recovery,
            SplittableRandom random) {
        var wiring = Kinds.find(name).orElseThrow().simulated(HTTP + name, SOCKETS + name);
        var config = new VenueConfig(new VenueId(name), wiring, symbols, new KeySource.None());
        var around = new sluice.app.venue.Surroundings(ends, recovery);
        return wiring.venue(config, keys, around, random);
    }
}
