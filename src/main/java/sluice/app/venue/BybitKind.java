package sluice.app.venue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.venue.FrameReplay;
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
        var pace = Paces.read(section.section("market-data"), BybitConfig.USUAL_PACE);
        return new BybitWiring(hosts(section), limits(section.section("limits")), pace);
    }

    private static BybitConfig.Hosts hosts(Section section) {
        var usual = Places.network(section, NETWORKS, BybitConfig.Hosts.PRODUCTION);
        return new BybitConfig.Hosts(
                Places.http(section, "rest", usual.rest()),
                Places.socket(section, "public-streams", usual.publicStreams()),
                Places.socket(section, "private-stream", usual.privateStream()));
    }

    private static BybitConfig.Limits limits(Section section) {
        var usual = BybitConfig.Limits.PRODUCTION;
        var limits = new BybitConfig.Limits(
                section.duration("recv-window", usual.recvWindow()),
                section.duration("deadline", usual.deadline()),
                section.count("calls-in-five-seconds", usual.callsInFiveSeconds(), 10));
        if (limits.recvWindow().compareTo(Duration.ofMinutes(1)) > 0) {
            section.wrong("recv-window", "must be at most \"60s\"");
        }
        section.end();
        return limits;
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return new BybitWiring(BybitConfig.Hosts.of(rest, ws), BybitConfig.Limits.PRODUCTION, BybitConfig.USUAL_PACE);
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
