package sluice.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import sluice.market.Symbol;
import sluice.net.Ends;
import sluice.net.limit.Recovery;
import sluice.sim.WorldSpec;
import sluice.venue.Venue;

/**
 * One venue as the simulation of feeds knows it. Immutable.
 *
 * @param books the occasions of messages about books, which faults can name
 * @param snapshots those of the requests for snapshots, where there are any
 */
record FeedVenue(String text, String venue, List<Symbol> symbols, List<String> books, List<String> snapshots) {

    /** All that we have an adapter and a simulated venue of. */
    static final List<FeedVenue> ALL = List.of(
            new FeedVenue(
                    "binance",
                    "binance",
                    symbols("BTC-USDT", "ETH-USDT"),
                    List.of("depth@100ms"),
                    List.of("GET /api/v3/depth")),
            new FeedVenue("coinbase", "coinbase", symbols("BTC-USD", "ETH-USD"), List.of("l2_data"), List.of()),
            new FeedVenue("bybit spot", "bybit", symbols("BTC-USDT", "ETH-USDT"), List.of("orderbook"), List.of()),
            new FeedVenue(
                    "bybit linear",
                    "bybit",
                    symbols("BTC-USDT-PERP", "ETH-USDT-PERP"),
                    List.of("orderbook"),
                    List.of()));

    private static List<Symbol> symbols(String... names) {
        return Stream.of(names).map(Symbol::of).toList();
    }

    /** Our market data of the venue, without a key. */
    Venue adapter(Ends ends, SplittableRandom random) {
        return Address.adapter(venue, symbols, Optional.empty(), ends, Recovery.USUAL, random);
    }

    /** This venue with nothing but these symbols. */
    WorldSpec world(long seed) {
        return Worlds.of(seed, List.of(venue), symbols);
    }

    @Override
    public String toString() {
        return text;
    }
}
