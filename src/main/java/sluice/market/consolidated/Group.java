package sluice.market.consolidated;

import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;

/**
 * Symbols that are one market to an order: the same base in several quotes, and the books that turn one quote into
 * another. No quote is ever taken to be worth another. Immutable.
 *
 * @param through spot symbols of two quotes, such as {@code USDT-USD}
 */
public record Group(String name, List<Symbol> symbols, List<Symbol> through) {

    public Group {
        symbols = List.copyOf(symbols);
        through = List.copyOf(through);
    }

    /** What is wrong with it; empty when nothing is. */
    public Optional<String> flaw() {
        if (symbols.stream().distinct().count() < 2) {
            return Optional.of("needs two symbols at least");
        }
        var first = symbols.get(0);
        for (var symbol : symbols) {
            if (!symbol.base().equals(first.base()) || symbol.kind() != first.kind()) {
                return Optional.of(symbol + " is not the same thing as " + first + " in another quote");
            }
            if (!symbol.quote().equals(first.quote())
                    && bridge(symbol.quote(), first.quote()).isEmpty()) {
                return Optional.of("no book of \"through\" turns " + symbol.quote() + " into " + first.quote());
            }
        }
        return unlinked();
    }

    private Optional<String> unlinked() {
        return symbols.stream()
                .flatMap(one -> symbols.stream()
                        .filter(other -> !one.quote().equals(other.quote()))
                        .filter(other -> bridge(one.quote(), other.quote()).isEmpty())
                        .map(other -> "no book of \"through\" turns " + one.quote() + " into " + other.quote()))
                .findFirst();
    }

    /** The book that one quote is turned into another by, whichever way round it is named. */
    public Optional<Symbol> bridge(String from, String into) {
        return through.stream()
                .filter(book -> book.base().equals(from) && book.quote().equals(into)
                        || book.base().equals(into) && book.quote().equals(from))
                .findFirst();
    }

    public boolean has(Symbol symbol) {
        return symbols.contains(symbol);
    }
}
