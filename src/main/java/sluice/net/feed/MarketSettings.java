package sluice.net.feed;

import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.limit.Backoff;

/**
 * Of what we want market data, and how. Immutable.
 *
 * @param symbols to keep books of, by canonical name
 */
public record MarketSettings(VenueId venue, List<Symbol> symbols, Pace pace, Rates rates, Backoff.Settings backoff) {

    public MarketSettings {
        symbols = List.copyOf(symbols);
    }
}
