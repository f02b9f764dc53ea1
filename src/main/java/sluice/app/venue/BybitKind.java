package sluice.app.venue;

import java.time.Duration;
import java.util.Map;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.market.BybitReplay;

/** Bybit's unified account: spot, and perpetuals settled in USDT. */
final class BybitKind {

    static final String NAME = "bybit";

    private static final Map<String, BybitConfig.Hosts> NETWORKS = Map.of(
            "production",
            BybitConfig.Hosts.PRODUCTION,
            "testnet",
            BybitConfig.Hosts.TESTNET,
            "demo",
            BybitConfig.Hosts.DEMO);

    private BybitKind() {}

    static Kind kind() {
        return new Protocol<>(
                NAME,
                NETWORKS,
                BybitConfig.Hosts::of,
                BybitKind::wiring,
                Protocol.symbols("BTC-USDT", "ETH-USDT", "SOL-USDT", "ETH-BTC", "BTC-USDT-PERP", "ETH-USDT-PERP"),
                BybitReplay::new);
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
}
