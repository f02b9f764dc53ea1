package sluice.app.venue;

import java.time.Duration;
import java.util.Map;
import sluice.net.feed.Pace;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.market.BinanceReplay;

/** Binance spot. */
final class BinanceKind {

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

    private BinanceKind() {}

    static Kind kind() {
        return new Protocol<>(
                NAME,
                NETWORKS,
                BinanceConfig.Hosts::of,
                BinanceKind::wiring,
                Protocol.symbols("BTC-USDT", "ETH-USDT", "SOL-USDT", "ETH-BTC"),
                BinanceReplay::new);
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
}
