package sluice.app.venue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.venue.FrameReplay;
import sluice.venue.coinbase.CoinbaseConfig;
import sluice.venue.coinbase.market.CoinbaseMarketDialect;
import sluice.venue.coinbase.market.CoinbaseReplay;

/** Coinbase Advanced Trade. */
final class CoinbaseKind implements Kind {

    static final String NAME = "coinbase";

    private static final Map<String, CoinbaseConfig.Hosts> NETWORKS =
            Map.of("production", CoinbaseConfig.Hosts.PRODUCTION, "sandbox", CoinbaseConfig.Hosts.SANDBOX);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Wiring read(Section section) {
        return new CoinbaseWiring(
                hosts(section),
                limits(section.section("limits")),
                Paces.read(section.section("market-data"), CoinbaseMarketDialect.PACE));
    }

    private static CoinbaseConfig.Hosts hosts(Section section) {
        var usual = Places.network(section, NETWORKS, CoinbaseConfig.Hosts.PRODUCTION);
        return new CoinbaseConfig.Hosts(
                Places.http(section, "rest", usual.rest()),
                Places.socket(section, "market-streams", usual.market()),
                Places.socket(section, "user-stream", usual.user()),
                section.text("signed-host", usual.signed()));
    }

    private static CoinbaseConfig.Limits limits(Section section) {
        var usual = CoinbaseConfig.Limits.PRODUCTION;
        var limits = new CoinbaseConfig.Limits(
                section.duration("deadline", usual.deadline()),
                section.count("private-per-second", usual.privatePerSecond(), 1),
                section.count("public-per-second", usual.publicPerSecond(), 1),
                section.duration("searched", usual.searched()));
        section.end();
        return limits;
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return new CoinbaseWiring(
                CoinbaseConfig.Hosts.of(rest, ws), CoinbaseConfig.Limits.PRODUCTION, CoinbaseMarketDialect.PACE);
    }

    @Override
    public List<Symbol> symbols() {
        return Stream.of("BTC-USD", "ETH-USD", "SOL-USD", "USDT-USD", "BTC-USDT", "ETH-BTC")
                .map(Symbol::of)
                .toList();
    }

    @Override
    public FrameReplay replay(VenueId venue, Clock clock, int checkpoints) {
        return new CoinbaseReplay(venue, clock, checkpoints);
    }
}
