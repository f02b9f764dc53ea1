package sluice.engine.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sluice.engine.view.GroupView;
import sluice.market.Px;
import sluice.market.Symbol;
import sluice.market.consolidated.Group;
import sluice.market.consolidated.Groups;

/**
 * Which symbols are one market now: those of a group for as long as live books turn one quote into the other.
 *
 * <p>Safe for any thread if the mids are.
 *
 * @param mids the consolidated mid of a symbol; empty while no book of it can be relied on
 */
record Grouping(Groups groups, Function<Symbol, Optional<Px>> mids) {

    /** A symbol, and what one unit of its quote is worth in the quote asked for. */
    record Member(Symbol symbol, BigDecimal conversion) {}

    /** The symbol itself, and those it is one market with now. */
    List<Member> members(Symbol symbol) {
        var itself = List.of(new Member(symbol, BigDecimal.ONE));
        var group = groups.of(symbol);
        if (group.isEmpty()) {
            return itself;
        }
        var members = new ArrayList<>(itself);
        for (var other : group.get().symbols()) {
            if (!other.equals(symbol)) {
                conversion(other, symbol).ifPresent(rate -> members.add(new Member(other, rate)));
            }
        }
        return members;
    }

    /** What one unit of a symbol's quote is worth in that of another of its group; empty while no live book says. */
    Optional<BigDecimal> conversion(Symbol of, Symbol into) {
        if (of.quote().equals(into.quote())) {
            return Optional.of(BigDecimal.ONE);
        }
        var bridge =
                groups.of(into).filter(group -> group.has(of)).flatMap(group -> group.bridge(of.quote(), into.quote()));
        return bridge.flatMap(book -> mids.apply(book).map(mid -> rate(book, mid, of)));
    }

    private static BigDecimal rate(Symbol bridge, Px mid, Symbol of) {
        return bridge.base().equals(of.quote())
                ? mid.value()
                : BigDecimal.ONE.divide(mid.value(), MathContext.DECIMAL64);
    }

    List<GroupView> views() {
        return groups.all().stream()
                .map(group -> new GroupView(group, apart(group)))
                .toList();
    }

    /** What takes a symbol out of its group's market now; empty while nothing does, or when it is in none. */
    Optional<String> apart(Symbol symbol, Symbol from) {
        return conversion(symbol, from).isPresent()
                ? Optional.empty()
                : groups.of(from)
                        .flatMap(group -> group.bridge(symbol.quote(), from.quote()))
                        .map(book -> "there is no live book of " + book + " to turn " + symbol.quote() + " into "
                                + from.quote());
    }

    private List<String> apart(Group group) {
        var first = group.symbols().get(0);
        return group.symbols().stream()
                .flatMap(symbol -> apart(symbol, first).map(why -> symbol + ": " + why).stream())
                .toList();
    }
}
