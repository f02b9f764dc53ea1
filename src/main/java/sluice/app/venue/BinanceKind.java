package sluice.app.venue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.Pace;
import sluice.net.feed.replay.FrameReplay;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.market.BinanceReplay;

/** Binance spot. */
final class BinanceKind implements Kind {

    static final String NAME = "binance";

    private static final Map<String, BinanceConfig.Hosts> NETWORKS = Map.of(
            "production",
            BinanceConfig.Hosts.PRODUCTION,
            "testnet",
            new BinanceConfig.Hosts(
                    "https://testnet.binance.vision",
                    "wss://stream.testnet.binance.vision",
                    "wss://ws-api.testnet.binance.vision/ws-api/v3"),
            "demo",
            new BinanceConfig.Hosts(
                    "https://demo-api.binance.com",
                    "wss://demo-stream.binance.com",
                    "wss://demo-ws-api.binance.com/ws-api/v3"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Wiring read(Section section) {
        var settings = new Settings(section);
        return wiring(settings, settings.network(NETWORKS, BinanceConfig.Hosts.PRODUCTION));
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return wiring(Settings.usual(), BinanceConfig.Hosts.of(rest, ws));
    }

    private static Wiring wiring(Settings settings, BinanceConfig.Hosts usual) {
        var hosts = hosts(settings, usual);
        var limits = limits(settings.in("limits"));
        var pace = Paces.read(settings.in("market-data"), Pace.USUAL);
        return new BinanceWiring(settings.shown(), hosts, limits, pace);
    }

    private static BinanceConfig.Hosts hosts(Settings settings, BinanceConfig.Hosts usual) {
        return new BinanceConfig.Hosts(
                settings.http("rest", usual.rest()),
                settings.socket("streams", usual.streams()),
                settings.socket("ws-api", usual.wsApi()));
    }

    private static BinanceConfig.Limits limits(Settings settings) {
        var usual = BinanceConfig.Limits.PRODUCTION;
        var limits = new BinanceConfig.Limits(
                settings.duration("recv-window", usual.recvWindow(), Duration.ofMinutes(1)),
                settings.deadlines(usual.deadlines()),
                settings.count("weight-per-minute", usual.weightPerMinute(), 100),
                settings.count("orders-per-ten-seconds", usual.ordersPerTenSeconds(), 1),
                settings.count("orders-per-day", usual.ordersPerDay(), 1));
        settings.end();
        return limits;
    }

    @Override
    public List<Symbol> symbols() {
        return Stream.of("BTC-USDT", "ETH-USDT", "SOL-USDT", "ETH-BTC")
                .map(Symbol::of)
                .toList();
    }

    @Override
    public FrameReplay replay(VenueId venue, Clock clock, int checkpoints) {
        return new BinanceReplay(venue, clock, checkpoints);
    }
}
