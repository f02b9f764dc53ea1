package sluice.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.app.Options.Value;
import sluice.app.Start;
import sluice.app.config.UnusableConfigException;
import sluice.app.config.VenueConfig;
import sluice.market.VenueId;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.trade.wire.Credentials;

/** What this start connects to, as the adapters want to be told it. */
public final class Connections {

    private static final String TIME = "/api/v3/time";
    private static final String BINANCE = "binance";

    private Connections() {}

    /** The simulated venues of a file or of this process that a desk can reach, with all their symbols. */
    static List<BinanceConfig> simulated(Start start, List<SimFile.At> venues) {
        var configs = new ArrayList<BinanceConfig>();
        for (var at : venues) {
            if (!at.venue().equals(BINANCE)) {
                continue;
            }
            var keys = new Credentials(at.apiKey(), at.apiSecret());
            var hosts = BinanceConfig.Hosts.of(at.rest(), at.ws());
            var config = BinanceConfig.of(
                    new VenueId(at.venue()), hosts, start.config().sim().symbols());
            configs.add(with(start, config).with(keys));
        }
        return configs;
    }

    private static BinanceConfig with(Start start, BinanceConfig config) {
        var transport = start.config().transport();
        return new BinanceConfig(
                config.venue(),
                config.hosts(),
                config.credentials(),
                config.symbols(),
                config.limits(),
                config.pace(),
                new BinanceConfig.Recovery(transport.breaker(), transport.backoff()));
    }

    /**
     * The real venues of the configuration, with their keys where an order may go there.
     *
     * @throws UnusableConfigException when there is none, or its keys cannot be had
     */
    public static List<BinanceConfig> real(Start start, Map<String, String> environment) {
        requireAny(start);
        var keys = new Keys(environment);
        var configs = new ArrayList<BinanceConfig>();
        for (var venue : start.config().venues()) {
            configs.add(keys.fetch(venue.name(), venue.keys())
                    .map(one(start, venue)::with)
                    .orElseThrow(() -> new UnusableConfigException("The profile live trades at " + venue.name()
                            + ", and [venues." + venue.name() + ".keys] of "
                            + start.home().config()
                            + " names no source of keys.")));
        }
        return configs;
    }

    /** The same without keys: what can be watched in public. */
    public static List<BinanceConfig> watched(Start start) {
        requireAny(start);
        return start.config().venues().stream().map(venue -> one(start, venue)).toList();
    }

    /** By the name of each venue that is not in this process, an address of it that says its time. */
    public static Map<String, String> places(Start start) {
        var places = new TreeMap<String, String>();
        if (!start.isSimulated()) {
            start.config()
                    .venues()
                    .forEach(venue -> places.put(venue.name(), venue.hosts().rest() + TIME));
        } else if (start.options().path(Value.SIM).isPresent()) {
            SimFile.read(start.options().path(Value.SIM).get()).forEach(at -> places.put(at.venue(), at.rest() + TIME));
        }
        return places;
    }

    private static void requireAny(Start start) {
        if (start.config().venues().isEmpty()) {
            throw new UnusableConfigException("The profile " + start.profile()
                    + " needs a venue, and there is none in " + start.home().config()
                    + ": add [venues.binance], as config.example.toml shows.");
        }
    }

    private static BinanceConfig one(Start start, VenueConfig venue) {
        var config = BinanceConfig.of(new VenueId(venue.name()), venue.hosts(), venue.symbols());
        return with(
                start,
                new BinanceConfig(
                        config.venue(),
                        config.hosts(),
                        config.credentials(),
                        config.symbols(),
                        venue.limits(),
                        venue.pace(),
                        config.recovery()));
    }
}
