package sluice.sim;

import java.util.List;

/** A world as data: its seed, what things are worth in it, and the venues that trade them. Immutable. */
public record WorldSpec(long seed, List<Asset> assets, List<VenueSpec> venues) {

    /** The seed of a world nobody gave one. */
    public static final long USUAL_SEED = 20_260_801;

    private static final double DOLLARS_A_USDT = 1.0004;

    /**
     * An asset's first price in dollars, how much it moves with the market, and how much alone.
     *
     * @param beta what it makes of the market's move; 0 for money, which comes back to its first price
     * @param own its own volatility against the market's
     * @param depth base units at one basis point of price on a venue of usual depth
     */
    public record Asset(String name, double price, double beta, double own, double depth) {

        static Asset money(String name) {
            return new Asset(name, 1, 0, 0, 0);
        }

        /** Money of its own that is worth about what it should be. */
        static Asset peg(String name, double price, double depth) {
            return new Asset(name, price, 0, 0.1, depth);
        }

        public boolean isPeg() {
            return beta == 0 && own != 0;
        }
    }

    public WorldSpec {
        assets = List.copyOf(assets);
        venues = List.copyOf(venues);
    }

    /** Three venues, one market. */
    public static WorldSpec usual(long seed) {
        var assets = List.of(
                Asset.peg("USDT", DOLLARS_A_USDT, 400_000),
                new Asset("BTC", 60_000 * DOLLARS_A_USDT, 1, 0.2, 0.8),
                new Asset("ETH", 3_000 * DOLLARS_A_USDT, 1.1, 0.5, 16),
                new Asset("SOL", 150 * DOLLARS_A_USDT, 1.3, 0.8, 320),
                Asset.money("USD"));
        return new WorldSpec(seed, assets, UsualVenues.ALL);
    }

    /** The same prices with some of the venues. */
    public WorldSpec only(String... names) {
        var wanted = List.of(names);
        return new WorldSpec(
                seed,
                assets,
                venues.stream().filter(venue -> wanted.contains(venue.name())).toList());
    }
}
