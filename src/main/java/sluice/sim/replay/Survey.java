package sluice.sim.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Qty;
import sluice.sim.Fees;
import sluice.sim.LevelChange;
import sluice.sim.Listing;
import sluice.sim.perp.Contract;

/**
 * What a recording has in it: which instruments on which grid, how deep, and where their books begin.
 *
 * <p>A recording may lack the list of instruments: the grid is then as fine as the numbers are.
 */
final class Survey implements Sink {

    private static final Contract CONTRACT =
            new Contract(10, 100, Duration.ofHours(8), Fees.inQuote("0.0002", "0.00055"));
    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "FDUSD", "TUSD", "USD", "EUR", "BTC", "ETH", "BNB");

    private final Map<String, Terms> terms = new HashMap<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** The finest numbers of an instrument, the deepest channel, and whether its book has begun. */
    private static final class Seen {

        private int pxPlaces;
        private int qtyPlaces;
        private int depth;
        private boolean begun;

        private void see(BigDecimal px, BigDecimal qty) {
            pxPlaces = Math.max(pxPlaces, Math.max(0, px.scale()));
            qtyPlaces = Math.max(qtyPlaces, Math.max(0, qty.scale()));
        }
    }

    @Override
    public void listed(Terms one) {
        terms.put(one.symbol(), one);
    }

    @Override
    public void quoted(Depth depth) {
        var one = one(depth.symbol());
        one.depth = Math.max(one.depth, depth.depth());
        one.begun |= depth.isSnapshot();
        for (LevelChange level : depth.levels()) {
            one.see(level.px().value(), level.qty().value());
        }
    }

    @Override
    public void traded(Traded trade) {
        one(trade.symbol()).see(trade.px().value(), trade.qty().value());
    }

    private Seen one(String symbol) {
        return seen.computeIfAbsent(symbol, name -> new Seen());
    }

    /** How many books have begun. */
    int begun() {
        return (int) seen.values().stream().filter(one -> one.begun).count();
    }

    int depth(String symbol) {
        return one(symbol).depth;
    }

    List<Listing> listings() {
        var listings = new ArrayList<Listing>();
        seen.forEach((symbol, one) -> listings.add(listing(symbol, one)));
        return listings;
    }

    private Listing listing(String symbol, Seen one) {
        var isPerpetual = symbol.endsWith(Listing.PERPETUAL);
        var name = isPerpetual ? symbol.substring(0, symbol.length() - Listing.PERPETUAL.length()) : symbol;
        var known = Optional.ofNullable(terms.get(symbol)).orElseGet(() -> guessed(name, one));
        return new Listing(
                name,
                known.base(),
                known.quote(),
                isPerpetual ? Optional.of(CONTRACT) : Optional.empty(),
                known.grid(),
                known.bounds(),
                Listing.Limits.USUAL);
    }

    private static Terms guessed(String name, Seen one) {
        var dash = name.indexOf('-');
        var quote = dash > 0
                ? name.substring(dash + 1)
                : QUOTES.stream()
                        .filter(asset -> name.endsWith(asset) && name.length() > asset.length())
                        .findFirst()
                        .orElse("USDT");
        var base = dash > 0 ? name.substring(0, dash) : name.substring(0, Math.max(1, name.length() - quote.length()));
        var lot = BigDecimal.ONE.movePointLeft(one.qtyPlaces);
        var grid = new Grid(BigDecimal.ONE.movePointLeft(one.pxPlaces), lot);
        return new Terms(name, base, quote, grid, new Bounds(new Qty(lot), Qty.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
