package sluice.app.venue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.market.BybitReplay;

/** Bybit's unified account: spot, and perpetuals settled in USDT. */
final class BybitKind implements Kind {

    static final String NAME = "bybit";

    private static final Map<String, BybitConfig.Hosts> NETWORKS = Map.of(
            "production",
            BybitConfig.Hosts.PRODUCTION,
            "testnet",
            BybitConfig.Hosts.TESTNET,
            "demo",
            BybitConfig.Hosts.DEMO);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Wiring read(Section section) {
        var settings = new Settings(section);
        return wiring(settings, settings.network(NETWORKS, BybitConfig.Hosts.PRODUCTION));
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return wiring(Settings.usual(), BybitConfig.Hosts.of(rest, ws));
    }

    private static Wiring wiring(Settings settings, BybitConfig.Hosts usual) {
        var hosts = hosts(settings, usual);
        var limits = limits(settings.in("limits"));
        var pace = Paces.read(settings.in("market-data"), BybitConfig.USUAL_PACE);
        return new BybitWiring(settings.shown(), hosts, limits, pace);
    }

    private static BybitConfig.Hosts hosts(Settings settings, BybitConfig.Hosts usual) {
        return new BybitConfig.Hosts(
                settings.http("rest", usual.rest()),
                settings.socket("public-streams", usual.publicStreams()),
                settings.socket("private-stream", usual.privateStream()));
    }

    private static BybitConfig.Limits limits(Settings settings) {
        var usual = BybitConfig.Limits.PRODUCTION;
        var limits = new BybitConfig.Limits(
                settings.duration("recv-window", usual.recvWindow(), Duration.ofMinutes(1)),
                settings.deadlines(usual.deadlines()),
                settings.count("calls-in-five-seconds", usual.callsInFiveSeconds(), 10));
        settings.end();
        return limits;
    }

    @Override
    public List<Symbol> symbols() {
        return Stream.of("BTC-USDT", "ETH-USDT", "SOL-USDT", "ETH-BTC", "BTC-USDT-PERP", "ETH-USDT-PERP")
                .map(Symbol::of)
                .toList();
    }

    @Override
    public FrameReplay replay(VenueId venue, Clock clock, int checkpoints) {
        return new BybitReplay(venue, clock, checkpoints);
    }
}
