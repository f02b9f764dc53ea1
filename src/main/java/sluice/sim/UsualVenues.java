package sluice.sim;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.sim.perp.Contract;

/** The venues of the usual world, as data. */
final class UsualVenues {

    private static final Contract PERPETUAL =
            new Contract(10, 100, Duration.ofHours(8), Fees.inQuote("0.0002", "0.00055"));

    static final List<VenueSpec> ALL = List.of(binance(), coinbase(), bybit());

    private UsualVenues() {}

    private static VenueSpec binance() {
        var listings = List.of(
                Listing.spot("BTC", "USDT", Grid.of("0.01", "0.00001"), Bounds.of("0.00001", "9000", "5", "9000000")),
                Listing.spot("ETH", "USDT", Grid.of("0.01", "0.0001"), Bounds.of("0.0001", "9000", "5", "9000000")),
                Listing.spot("SOL", "USDT", Grid.of("0.01", "0.001"), Bounds.of("0.001", "90000", "5", "9000000")),
                Listing.spot("ETH", "BTC", Grid.of("0.00001", "0.001"), Bounds.of("0.001", "9000", "0.0001", "150")));
        return new VenueSpec(
                "binance", listings, Fees.of("0.001", "0.001"), 0.5, 1, Duration.ZERO, coins("USDT", "5000000"));
    }

    private static VenueSpec coinbase() {
        var listings = List.of(
                pair("BTC", "USD", Grid.of("0.01", "0.000001"), Bounds.of("0.000001", "3400", "1", "150000000")),
                pair("ETH", "USD", Grid.of("0.01", "0.000001"), Bounds.of("0.00001", "50000", "1", "150000000")),
                pair("SOL", "USD", Grid.of("0.01", "0.000001"), Bounds.of("0.0001", "500000", "1", "50000000")),
                pair("USDT", "USD", Grid.of("0.00001", "0.01"), Bounds.of("0.01", "50000000", "1", "50000000")),
                pair("ETH", "BTC", Grid.of("0.00001", "0.001"), Bounds.of("0.001", "9000", "0.00001", "1500")),
                pair("BTC", "USDT", Grid.of("0.01", "0.000001"), Bounds.of("0.000001", "3400", "1", "10000000")));
        return new VenueSpec(
                "coinbase",
                listings,
                Fees.inQuote("0.004", "0.006"),
                1,
                0.7,
                Duration.ofMillis(4),
                coins("USD", "5000000", "USDT", "1000000"));
    }

    private static VenueSpec bybit() {
        var bitcoin = Listing.spot(
                "BTC", "USDT", Grid.of("0.1", "0.000001"), Bounds.of("0.000001", "1500", "5", "100000000"));
        var ether =
                Listing.spot("ETH", "USDT", Grid.of("0.01", "0.00001"), Bounds.of("0.00001", "9000", "5", "90000000"));
        var solana = Listing.spot("SOL", "USDT", Grid.of("0.01", "0.001"), Bounds.of("0.001", "90000", "5", "9000000"));
        var listings = List.of(
                bitcoin,
                ether,
                solana,
                Listing.spot("ETH", "BTC", Grid.of("0.00001", "0.001"), Bounds.of("0.001", "9000", "0.0001", "150")),
                bitcoin.perpetual(PERPETUAL, Grid.of("0.1", "0.001"), Bounds.of("0.001", "1190", "5", "0")),
                ether.perpetual(PERPETUAL, Grid.of("0.01", "0.01"), Bounds.of("0.01", "7240", "5", "0")),
                solana.perpetual(PERPETUAL, Grid.of("0.01", "0.1"), Bounds.of("0.1", "79770", "5", "0")));
        return new VenueSpec(
                "bybit", listings, Fees.of("0.001", "0.001"), 0.7, 0.8, Duration.ofMillis(3), coins("USDT", "5000000"));
    }

    private static Listing pair(String base, String quote, Grid grid, Bounds bounds) {
        return Listing.spot(base, quote, grid, bounds).named(base + "-" + quote);
    }

    /** What an account starts with: the same coins everywhere, and the venue's moneys. */
    private static Map<String, BigDecimal> coins(String... moneys) {
        var grants = new TreeMap<>(Map.of(
                "BTC", new BigDecimal(100),
                "ETH", new BigDecimal(1_000),
                "SOL", new BigDecimal(10_000)));
        for (int i = 0; i < moneys.length; i += 2) {
            grants.put(moneys[i], new BigDecimal(moneys[i + 1]));
        }
        return grants;
    }
}
