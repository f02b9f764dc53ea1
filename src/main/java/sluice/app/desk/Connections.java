package sluice.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sluice.app.Options.Value;
import sluice.app.Start;
import sluice.app.toml.UnusableConfigException;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.Kind;
import sluice.app.venue.Kinds;
import sluice.app.venue.Surroundings;
import sluice.app.venue.TimeCheck;
import sluice.app.venue.VenueConfig;
import sluice.app.venue.relay.RenamedVenue;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.venue.Venue;

/** What this start connects to. */
public final class Connections {

    private Connections() {}

    /** A venue, with keys where an order may go there. */
    record Connection(VenueConfig config, Optional<ApiKeys> keys) {

        /** @param names what symbols of the venue's list are called here */
        Venue venue(Surroundings around, SplittableRandom random, Map<VenueId, Map<Symbol, Symbol>> names) {
            var own = names.getOrDefault(config.venue(), Map.of());
            var venue = config.wiring().venue(config.under(own), keys, around, random);
            return own.isEmpty() ? venue : RenamedVenue.of(venue, own);
        }
    }

    /** The simulated venues of a file or of this process that there is an adapter for, with all their symbols. */
    static List<Connection> simulated(Start start, List<SimFile.At> venues) {
        var connections = new ArrayList<Connection>();
        for (var at : venues) {
            simulated(start, at)
                    .map(config -> new Connection(config, Optional.of(new ApiKeys(at.apiKey(), at.apiSecret()))))
                    .ifPresent(connections::add);
        }
        if (connections.isEmpty()) {
            throw new UnusableConfigException("The simulator serves none of " + String.join(", ", Kinds.names())
                    + ", and there are adapters for those alone.");
        }
        return connections;
    }

    private static Optional<VenueConfig> simulated(Start start, SimFile.At at) {
        return Kinds.find(at.kind())
                .map(kind -> new VenueConfig(
                        new VenueId(at.venue()),
                        kind.simulated(at.rest(), at.ws()),
                        watched(kind, start.config().sim().symbols()),
                        at.noKeys()));
    }

    /** Of the symbols wanted those that are usual there; where none is, all of them. */
    private static List<Symbol> watched(Kind kind, List<Symbol> wanted) {
        var usual = wanted.stream().filter(kind.symbols()::contains).toList();
        return usual.isEmpty() ? wanted : usual;
    }

    /**
     * The real venues of the configuration, with their keys where an order may go there.
     *
     * @throws UnusableConfigException when there is none, or its keys cannot be had
     */
    static List<Connection> real(Start start, Map<String, String> environment) {
        requireAny(start);
        var keys = new Keys(environment);
        var connections = new ArrayList<Connection>();
        for (var venue : start.config().venues()) {
            var pair = keys.fetch(venue.name(), venue.keys())
                    .orElseThrow(() -> new UnusableConfigException("The profile live trades at " + venue.name()
                            + ", and [venues." + venue.name() + ".keys] of "
                            + start.home().config()
                            + " names no source of keys."));
            connections.add(new Connection(venue, Optional.of(pair)));
        }
        return connections;
    }

    /** The same without keys: what can be watched in public. */
    static List<Connection> watched(Start start) {
        requireAny(start);
        return start.config().venues().stream()
                .map(venue -> new Connection(venue, Optional.empty()))
                .toList();
    }

    /** By the name of each venue that is not in this process, where it says its time. */
    public static Map<String, TimeCheck> places(Start start) {
        var places = new TreeMap<String, TimeCheck>();
        var elsewhere = start.options().path(Value.SIM);
        if (!start.isSimulated()) {
            start.config()
                    .venues()
                    .forEach(venue -> places.put(venue.name(), venue.wiring().time()));
        } else if (elsewhere.isPresent()) {
            SimFile.read(elsewhere.get())
                    .forEach(at -> simulated(start, at)
                            .ifPresent(venue ->
                                    places.put(at.venue(), venue.wiring().time())));
        }
        return places;
    }

    private static void requireAny(Start start) {
        if (start.config().venues().isEmpty()) {
            throw new UnusableConfigException("The profile " + start.profile()
                    + " needs a venue, and there is none in " + start.home().config()
                    + ": add [venues.binance] or another, as config.example.toml shows.");
        }
    }

    /** What the adapters run on. */
    static Surroundings around(Start start, Ends ends) {
        return new Surroundings(ends, start.config().transport().links());
    }
}
