package sluice.app.config;

import java.util.List;
import sluice.market.Symbol;
import sluice.net.feed.Pace;
import sluice.venue.binance.BinanceConfig;

/** A venue that is traded or watched: where it is, what of it, and with whose keys. Immutable. */
public record VenueConfig(
        String name,
        BinanceConfig.Hosts hosts,
        List<Symbol> symbols,
        KeySource keys,
        BinanceConfig.Limits limits,
        Pace pace) {

    public VenueConfig {
        symbols = List.copyOf(symbols);
    }
}
