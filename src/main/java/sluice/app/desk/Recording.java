package sluice.app.desk;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import sluice.app.Options.Value;
import sluice.app.Start;
import sluice.app.WallClock;
import sluice.app.toml.UnusableConfigException;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.net.traffic.RecordingTransport;
import sluice.net.traffic.SecretMask;
import sluice.net.traffic.TrafficFrame;

/** Venues watched in public, and everything they say handed on. */
public final class Recording implements AutoCloseable {

    private final Start start;
    private final Wanted wanted;
    private final Consumer<TrafficFrame> sink;
    private final Clock clock = new WallClock();
    private final Resources opened = new Resources();

    /** Which venues and symbols; empty for all. */
    public record Wanted(List<VenueId> venues, List<Symbol> symbols) {}

    public Recording(Start start, Wanted wanted, Consumer<TrafficFrame> sink) {
        this.start = start;
        this.wanted = wanted;
        this.sink = sink;
    }

    public void open() {
        var dice = new SplittableRandom(new SecureRandom().nextLong());
        var pool = Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("venue-timer", work));
        opened.add(pool::shutdownNow);
        for (var connection : wanted()) {
            var name = connection.config().name();
            var wire = new OkHttpTransport(name, clock);
            opened.add(wire::close);
            var tapped = new RecordingTransport(wire, name, clock, new SecretMask(List.of()), sink);
            var around = Connections.around(start, new Ends(tapped, clock, SessionDriver.Timer.on(pool)));
            var venue = connection.venue(around, dice.split(), start.config().names());
            opened.add(venue::close);
            venue.open(news -> {});
        }
    }

    private List<Connections.Connection> wanted() {
        var connections = watched().stream()
                .filter(each -> wanted.venues.isEmpty()
                        || wanted.venues.contains(each.config().venue()))
                .map(this::narrowed)
                .toList();
        if (connections.isEmpty()) {
            throw new UnusableConfigException("None of the configured venues is one of " + wanted.venues + ".");
        }
        return connections;
    }

    private Connections.Connection narrowed(Connections.Connection connection) {
        var config = connection.config();
        return new Connections.Connection(
                wanted.symbols.isEmpty() ? config : config.of(wanted.symbols), Optional.empty());
    }

    private List<Connections.Connection> watched() {
        if (!start.isSimulated()) {
            return Connections.watched(start);
        }
        return Connections.simulated(start, simulator());
    }

    private List<SimFile.At> simulator() {
        var elsewhere = start.options().path(Value.SIM);
        if (elsewhere.isPresent()) {
            return SimFile.read(elsewhere.get());
        }
        var server = Simulated.start(start.home().exchange(), start.seed(), clock);
        opened.add(server::close);
        return SimFile.of(server);
    }

    @Override
    public void close() {
        opened.close();
    }
}
