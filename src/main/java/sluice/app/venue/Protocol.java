package sluice.app.venue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;

/**
 * A kind of venue by what differs: its networks, its settings and its symbols. Immutable.
 *
 * @param <H> the addresses of one network
 * @param networks by the name that a configuration has for each; one is {@value #USUAL}
 * @param loopback the addresses of a simulated venue, of the one for calls and the one for sockets
 * @param wiring reads a section's settings, of which the addresses not said are those given
 */
record Protocol<H>(
        String name,
        Map<String, H> networks,
        BiFunction<String, String, H> loopback,
        BiFunction<Settings, H, Wiring> wiring,
        List<Symbol> symbols,
        Replay replays)
        implements Kind {

    private static final String USUAL = "production";

    /** Makes what runs a recording through the adapter. */
    interface Replay {

        FrameReplay of(VenueId venue, Clock clock, int checkpoints);
    }

    static List<Symbol> symbols(String... names) {
        return Stream.of(names).map(Symbol::of).toList();
    }

    @Override
    public Wiring read(Section section) {
        var settings = new Settings(section);
        return wiring.apply(settings, settings.network(networks, usual()));
    }

    private H usual() {
        return Objects.requireNonNull(networks.get(USUAL), USUAL);
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return wiring.apply(Settings.usual(), loopback.apply(rest, ws));
    }

    @Override
    public FrameReplay replay(VenueId venue, Clock clock, int checkpoints) {
        return replays.of(venue, clock, checkpoints);
    }
}
