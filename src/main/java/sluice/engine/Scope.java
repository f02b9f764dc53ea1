package sluice.engine;

import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** What a trading state is about: everything, one venue, or one symbol wherever it trades. Immutable. */
public record Scope(Optional<VenueId> venue, Optional<Symbol> symbol) {

    public static final Scope GLOBAL = new Scope(Optional.empty(), Optional.empty());

    private static final String VENUE = "venue:";
    private static final String SYMBOL = "symbol:";

    public Scope {
        if (venue.isPresent() && symbol.isPresent()) {
            throw new IllegalArgumentException("a scope is a venue or a symbol, not both");
        }
    }

    public static Scope of(VenueId venue) {
        return new Scope(Optional.of(venue), Optional.empty());
    }

    public static Scope of(Symbol symbol) {
        return new Scope(Optional.empty(), Optional.of(symbol));
    }

    /** Reads what {@link #toString} wrote. */
    public static Scope parse(String text) {
        if (text.startsWith(VENUE)) {
            return of(new VenueId(text.substring(VENUE.length())));
        }
        return text.startsWith(SYMBOL) ? of(Symbol.of(text.substring(SYMBOL.length()))) : GLOBAL;
    }

    @Override
    public String toString() {
        return venue.map(id -> VENUE + id)
                .or(() -> symbol.map(name -> SYMBOL + name))
                .orElse("global");
    }
}
