package sluice.simulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import sluice.market.Clock;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Session;
import sluice.net.feed.MarketDialect;
import sluice.net.feed.MarketSession;
import sluice.net.feed.MarketSettings;
import sluice.net.feed.Pace;
import sluice.net.feed.Rates;
import sluice.net.limit.Backoff;
import sluice.sim.Fees;
import sluice.sim.Listing;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.binance.BinanceFront;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.FaultKind;
import sluice.sim.front.RequestLog;
import sluice.venue.binance.market.BinanceMarketDialect;
import sluice.venue.binance.market.BinanceMarketRest;
import sluice.venue.binance.market.wire.InstrumentWire;

/**
 * One venue as the simulation of feeds knows it: its wire before an exchange, and our market data behind it. Immutable.
 *
 * @param books the occasions of messages about books, which faults can name
 * @param snapshots those of the requests for snapshots, where there are any
 */
record FeedVenue(
        String name,
        Set<FaultKind> faults,
        SimulatedVenue.Wire wire,
        Feeds feeds,
        List<String> books,
        List<String> snapshots) {

    /** How our side of a venue is made. */
    record Feeds(Rates rates, Supplier<MarketDialect> dialect) {}

    static final List<String> COINS = List.of("BTC", "ETH");

    /** All that we have an adapter and a simulated venue of. */
    static final List<FeedVenue> ALL = List.of(binance());

    private static final Pace PACE = Pace.USUAL;

    private static FeedVenue binance() {
        return new FeedVenue(
                "binance",
                BinanceFront.FAULTS,
                (exchange, faults) -> new BinanceFront(
                        exchange,
                        faults,
                        new RequestLog(),
                        new Keys(List.of()),
                        Limits.USUAL,
                        sluice.sim.binance.Pace.USUAL),
                new Feeds(
                        BinanceMarketDialect.RATES,
                        () -> new BinanceMarketDialect(
                                new InstrumentWire(new VenueId("binance")),
                                SimulatedNetwork.HOST,
                                SimulatedNetwork.SOCKETS,
                                PACE,
                                new BinanceMarketRest(3_000, 6_000))),
                List.of("depth@100ms"),
                List.of("GET /api/v3/depth"));
    }

    Session session(Clock clock, SplittableRandom random) {
        var symbols = COINS.stream().map(coin -> Symbol.of(coin + "-USDT")).toList();
        var settings = new MarketSettings(new VenueId(name), symbols, PACE, feeds.rates(), Backoff.Settings.STANDARD);
        return new MarketSession(feeds.dialect().get(), settings, clock, random);
    }

    WorldSpec world(long seed) {
        var assets = WorldSpec.usual(seed).assets().stream()
                .filter(asset -> COINS.contains(asset.name()) || asset.name().equals("USDT"))
                .toList();
        var listings = COINS.stream()
                .map(coin -> Listing.spot(
                        coin, "USDT", Grid.of("0.01", "0.00001"), Bounds.of("0.00001", "9000", "5", "9000000")))
                .toList();
        var grants = Map.of("USDT", new BigDecimal(5_000_000));
        var fees = Fees.of("0.001", "0.001");
        return new WorldSpec(seed, assets, List.of(new VenueSpec(name, listings, fees, 0.5, 1, grants)));
    }

    @Override
    public String toString() {
        return name;
    }
}
