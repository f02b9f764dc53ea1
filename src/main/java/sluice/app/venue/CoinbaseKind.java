package sluice.app.venue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;
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
        var settings = new Settings(section);
        return wiring(settings, settings.network(NETWORKS, CoinbaseConfig.Hosts.PRODUCTION));
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return wiring(Settings.usual(), CoinbaseConfig.Hosts.of(rest, ws));
    }

    private static Wiring wiring(Settings settings, CoinbaseConfig.Hosts usual) {
        var hosts = hosts(settings, usual);
        var limits = limits(settings.in("limits"));
        var pace = Paces.read(settings.in("market-data"), CoinbaseMarketDialect.PACE);
        return new CoinbaseWiring(settings.shown(), hosts, limits, pace);
    }

    private static CoinbaseConfig.Hosts hosts(Settings settings, CoinbaseConfig.Hosts usual) {
        return new CoinbaseConfig.Hosts(
                settings.http("rest", usual.rest()),
                settings.socket("market-streams", usual.market()),
                settings.socket("user-stream", usual.user()),
                settings.text("signed-host", usual.signed()));
    }

    private static CoinbaseConfig.Limits limits(Settings settings) {
        var usual = CoinbaseConfig.Limits.PRODUCTION;
        var limits = new CoinbaseConfig.Limits(
                settings.deadlines(usual.deadlines()),
                settings.count("private-per-second", usual.privatePerSecond(), 1),
                settings.count("public-per-second", usual.publicPerSecond(), 1),
                settings.duration("searched", usual.searched()));
        settings.end();
        return limits;
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
