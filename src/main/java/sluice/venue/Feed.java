package sluice.venue;

import java.util.Optional;
import sluice.market.Symbol;

/** One stream of a venue: the book or the prints of a symbol, or our private events. Immutable. */
public record Feed(Kind kind, Optional<Symbol> symbol) {

    /** What a stream carries. */
    public enum Kind {
        BOOK,
        TRADES,
        PRIVATE
    }

    public static final Feed PRIVATE = new Feed(Kind.PRIVATE, Optional.empty());

    public static Feed book(Symbol symbol) {
        return new Feed(Kind.BOOK, Optional.of(symbol));
    }

    public static Feed trades(Symbol symbol) {
        return new Feed(Kind.TRADES, Optional.of(symbol));
    }

    @Override
    public String toString() {
        return kind + symbol.map(name -> " " + name).orElse("");
    }
}
