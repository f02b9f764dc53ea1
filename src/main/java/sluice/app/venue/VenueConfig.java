package sluice.app.venue;

import java.util.List;
import java.util.Map;
import sluice.app.venue.relay.OtherNames;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** A venue that is traded or watched: how it is reached, what of it, and with whose keys. Immutable. */
public record VenueConfig(VenueId venue, Wiring wiring, List<Symbol> symbols, KeySource keys) {

    public VenueConfig {
        symbols = List.copyOf(symbols);
    }

    public String name() {
        return venue.name();
    }

    /** The same with its symbols as the venue's list has them, where they are called otherwise here. */
    public VenueConfig under(Map<Symbol, Symbol> names) {
        return of(new OtherNames(names).reversed().of(symbols));
    }

    /** The same of other symbols. */
    public VenueConfig of(List<Symbol> others) {
        return new VenueConfig(venue, wiring, others, keys);
    }
}
