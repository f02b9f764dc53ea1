package sluice.sim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;

/** A world as data: its seed, what things are worth in it, and the venues that trade them. Immutable. */
public record WorldSpec(long seed, List<Asset> assets, List<VenueSpec> venues) {

    /** The seed of a world nobody gave one. */
    public static final long USUAL_SEED = 20_260_801;

    /**
     * An asset's first price in dollars, how much it moves with the market, and how much alone.
     *
     * @param beta what it makes of the market's move; 0 for money
     * @param own its own volatility against the market's
     * @param depth base units at one basis point of price on a venue of usual depth
     */
    public record Asset(String name, double price, double beta, double own, double depth) {

        static Asset money(String name) {
            return new Asset(name, 1, 0, 0, 0);
        }
    }

    public WorldSpec {
        assets = List.copyOf(assets);
        venues = List.copyOf(venues);
    }

    public static WorldSpec usual(long seed) {
        var assets = List.of(
                Asset.money("USDT"),
                new Asset("BTC", 60_000, 1, 0.2, 0.8),
                new Asset("ETH", 3_000, 1.1, 0.5, 16),
                new Asset("SOL", 150, 1.3, 0.8, 320));
        return new WorldSpec(seed, assets, List.of(binance()));
    }

    private static VenueSpec binance() {
        var listings = List.of(
                Listing.spot("BTC", "USDT", Grid.of("0.01", "0.00001"), Bounds.of("0.00001", "9000", "5", "9000000")),
                Listing.spot("ETH", "USDT", Grid.of("0.01", "0.0001"), Bounds.of("0.0001", "9000", "5", "9000000")),
                Listing.spot("SOL", "USDT", Grid.of("0.01", "0.001"), Bounds.of("0.001", "90000", "5", "9000000")),
                Listing.spot("ETH", "BTC", Grid.of("0.00001", "0.001"), Bounds.of("0.001", "9000", "0.0001", "150")));
        var grants = Map.of(
                "USDT", new BigDecimal(5_000_000),
                "BTC", new BigDecimal(100),
                "ETH", new BigDecimal(1_000),
                "SOL", new BigDecimal(10_000));
        return new VenueSpec("binance", listings, Fees.of("0.001", "0.001"), 0.5, 1, grants);
    }
}
