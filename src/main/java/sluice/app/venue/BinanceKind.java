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
import sluice.venue.FrameReplay;
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
        return new BinanceWiring(
                hosts(section),
                limits(section.section("limits")),
                Paces.read(section.section("market-data"), Pace.USUAL));
    }

    private static BinanceConfig.Hosts hosts(Section section) {
        var usual = Places.network(section, NETWORKS, BinanceConfig.Hosts.PRODUCTION);
        return new BinanceConfig.Hosts(
                Places.http(section, "rest", usual.rest()),
                Places.socket(section, "streams", usual.streams()),
                Places.socket(section, "ws-api", usual.wsApi()));
    }

    private static BinanceConfig.Limits limits(Section section) {
        var usual = BinanceConfig.Limits.PRODUCTION;
        var limits = new BinanceConfig.Limits(
                section.duration("recv-window", usual.recvWindow()),
                section.duration("deadline", usual.deadline()),
                section.count("weight-per-minute", usual.weightPerMinute(), 100),
                section.count("orders-per-ten-seconds", usual.ordersPerTenSeconds(), 1),
                section.count("orders-per-day", usual.ordersPerDay(), 1));
        if (limits.recvWindow().compareTo(Duration.ofMinutes(1)) > 0) {
            section.wrong("recv-window", "must be at most \"60s\", which is all the venue allows");
        }
        section.end();
        return limits;
    }

    @Override
    public Wiring simulated(String rest, String ws) {
        return new BinanceWiring(BinanceConfig.Hosts.of(rest, ws), BinanceConfig.Limits.PRODUCTION, Pace.USUAL);
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
