package sluice.market;

import java.util.Locale;

/** A canonical name: {@code BASE-QUOTE} for spot, {@code BASE-QUOTE-PERP} for a perpetual. Immutable. */
public record Symbol(String base, String quote, Kind kind) implements Comparable<Symbol> {

    /** What is traded: the asset itself, or a perpetual contract on it. */
    public enum Kind {
        SPOT,
        PERPETUAL
    }

    private static final String PERP = "PERP";

    /** Reads {@code BTC-USDT} or {@code btc-usdt-perp}; throws {@link IllegalArgumentException} otherwise. */
    public static Symbol of(String text) {
        var parts = text.toUpperCase(Locale.ROOT).split("-", -1);
        var perpetual = parts.length == 3 && parts[2].equals(PERP);
        if (parts.length != 2 && !perpetual || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("not a symbol: " + text + " (expected BASE-QUOTE or BASE-QUOTE-PERP)");
        }
        return new Symbol(parts[0], parts[1], perpetual ? Kind.PERPETUAL : Kind.SPOT);
    }

    public static Symbol spot(String base, String quote) {
        return new Symbol(base, quote, Kind.SPOT);
    }

    public boolean isPerpetual() {
        return kind == Kind.PERPETUAL;
    }

    public String name() {
        return base + "-" + quote + (isPerpetual() ? "-" + PERP : "");
    }

    /** By hand, as is {@link #hashCode}: symbols are the keys of most that a desk looks up. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Symbol symbol
                        && kind == symbol.kind
                        && base.equals(symbol.base)
                        && quote.equals(symbol.quote);
    }

    @Override
    public int hashCode() {
        return (base.hashCode() * 31 + quote.hashCode()) * 31 + Boolean.hashCode(isPerpetual());
    }

    @Override
    public int compareTo(Symbol other) {
        var byBase = base.compareTo(other.base);
        var byQuote = byBase != 0 ? byBase : quote.compareTo(other.quote);
        return byQuote != 0 ? byQuote : Boolean.compare(isPerpetual(), other.isPerpetual());
    }

    @Override
    public String toString() {
        return name();
    }
}
