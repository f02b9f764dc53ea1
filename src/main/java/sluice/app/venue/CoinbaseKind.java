package sluice.app.venue;

import java.util.Map;
import sluice.venue.coinbase.CoinbaseConfig;
import sluice.venue.coinbase.market.CoinbaseMarketDialect;
import sluice.venue.coinbase.market.CoinbaseReplay;

/** Coinbase Advanced Trade. */
final class CoinbaseKind {

    static final String NAME = "coinbase";

    private static final Map<String, CoinbaseConfig.Hosts> NETWORKS =
            Map.of("production", CoinbaseConfig.Hosts.PRODUCTION, "sandbox", CoinbaseConfig.Hosts.SANDBOX);

    private CoinbaseKind() {}

    static Kind kind() {
        return new Protocol<>(
                NAME,
                NETWORKS,
                CoinbaseConfig.Hosts::of,
                CoinbaseKind::wiring,
                Protocol.symbols("BTC-USD", "ETH-USD", "SOL-USD", "USDT-USD", "BTC-USDT", "ETH-BTC"),
                CoinbaseReplay::new);
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
}
