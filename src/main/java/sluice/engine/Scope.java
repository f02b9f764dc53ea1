package sluice.engine;

import java.util.Optional;
import java.util.stream.Stream;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * What a trading state or a limit is about: everything, one venue, one symbol wherever it trades, or one tag.
 * Immutable.
 */
public record Scope(Optional<VenueId> venue, Optional<Symbol> symbol, Optional<String> tag) {

    public static final Scope GLOBAL = new Scope(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String VENUE = "venue:";
    private static final String SYMBOL = "symbol:";
    private static final String TAG = "tag:";

    public Scope {
        if (Stream.of(venue, symbol, tag).filter(Optional::isPresent).count() > 1) {
            throw new IllegalArgumentException("a scope is a venue, a symbol or a tag, not several of them");
        }
    }

    public static Scope of(VenueId venue) {
        return new Scope(Optional.of(venue), Optional.empty(), Optional.empty());
    }

    public static Scope of(Symbol symbol) {
        return new Scope(Optional.empty(), Optional.of(symbol), Optional.empty());
    }

    public static Scope ofTag(String tag) {
        return new Scope(Optional.empty(), Optional.empty(), Optional.of(tag));
    }

    /** Reads what {@link #toString} wrote. */
    public static Scope parse(String text) {
        if (text.startsWith(VENUE)) {
            return of(new VenueId(text.substring(VENUE.length())));
        }
        if (text.startsWith(TAG)) {
            return ofTag(text.substring(TAG.length()));
        }
        return text.startsWith(SYMBOL) ? of(Symbol.of(text.substring(SYMBOL.length()))) : GLOBAL;
    }

    public boolean isGlobal() {
        return equals(GLOBAL);
    }

    /** Whether it takes in an order of that venue, symbol and tag. */
    public boolean covers(VenueId at, Symbol of, Optional<String> under) {
        return venue.filter(at::equals).isPresent() || covers(of, under);
    }

    /** Whether it takes in an order of that symbol and tag, whatever venue it may go to. */
    public boolean covers(Symbol of, Optional<String> under) {
        return isGlobal() || symbol.filter(of::equals).isPresent() || tag.isPresent() && tag.equals(under);
    }

    @Override
    public String toString() {
        return venue.map(id -> VENUE + id)
                .or(() -> symbol.map(name -> SYMBOL + name))
                .or(() -> tag.map(name -> TAG + name))
                .orElse("global");
    }
}
