package sluice.recovery.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sluice.market.Money;
import sluice.market.Symbol;
import sluice.venue.VenueReport;

/** What a venue says the account holds, to be compared with what it should. Confined to one call. */
public final class Holdings {

    /** Venues round to eight places, and some of it is our own division. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0000001");

    /** An average price has ten good digits at least. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.0000000001");

    private static final BigDecimal MOST_FUNDING = new BigDecimal("0.01");

    private final VenueReport report;
    private final Set<Symbol> othersTrade;
    private final Map<String, BigDecimal> theirs = new TreeMap<>();
    private final Map<String, Symbol> perpetuals = new TreeMap<>();

    /**
     * One thing that differs. Immutable.
     *
     * @param symbol of a perpetual's position; empty for an asset
     */
    public record Difference(String thing, Optional<Symbol> symbol, BigDecimal ours, BigDecimal venues, Cause cause) {

        public BigDecimal amount() {
            return venues.subtract(ours);
        }
    }

    /** {@code othersTrade} are the symbols that orders or fills of others are about. */
    public Holdings(VenueReport report, Set<Symbol> othersTrade) {
        this.report = report;
        this.othersTrade = othersTrade;
        report.balances().forEach(balance -> theirs.merge(balance.asset(), balance.total(), BigDecimal::add));
        report.positions().forEach(position -> {
            perpetuals.put(position.symbol().name(), position.symbol());
            theirs.merge(position.symbol().name(), position.netQty().value(), BigDecimal::add);
        });
    }

    /** What the account holds beyond what fills add up to, when it is first seen. */
    public List<Money> opening(Expected expected) {
        return things(expected).stream()
                .map(thing -> new Money(venues(thing).subtract(expected.of(thing)), thing))
                .filter(money -> money.amount().signum() != 0)
                .toList();
    }

    public List<Difference> differences(Expected expected) {
        var differences = new ArrayList<Difference>();
        for (var thing : things(expected)) {
            var ours = expected.of(thing);
            var amount = venues(thing).subtract(ours);
            if (amount.abs().compareTo(TOLERANCE) > 0 && !isByOrder(thing, amount, expected)) {
                var symbol = Optional.ofNullable(perpetuals.get(thing)).or(() -> perpetual(thing));
                var cause = cause(thing, symbol, amount, expected);
                differences.add(new Difference(thing, symbol, ours, venues(thing), cause));
            }
        }
        return differences;
    }

    /**
     * Fills that became known late are booked in another order than they were made in, which moves profit between what
     * is realised and what is open. What was realised less what the open quantity cost is the same in any order.
     */
    private boolean isByOrder(String asset, BigDecimal amount, Expected expected) {
        var apart = BigDecimal.ZERO;
        var rounding = TOLERANCE;
        for (var position : report.positions()) {
            var name = position.symbol().name();
            var net = position.netQty().value();
            if (position.symbol().quote().equals(asset)
                    && position.avgPx().isPresent()
                    && net.compareTo(expected.of(name)) == 0) {
                var cost = position.avgPx().get().value().multiply(net);
                apart = apart.add(cost).subtract(expected.costs().getOrDefault(name, BigDecimal.ZERO));
                rounding = rounding.add(cost.abs().multiply(ROUNDING));
            }
        }
        return apart.signum() != 0 && amount.subtract(apart).abs().compareTo(rounding) <= 0;
    }

    private static Optional<Symbol> perpetual(String thing) {
        return thing.contains("-") ? Optional.of(Symbol.of(thing)) : Optional.empty();
    }

    private Set<String> things(Expected expected) {
        var things = new TreeSet<>(theirs.keySet());
        things.addAll(expected.flows().keySet());
        expected.held().ifPresent(held -> things.addAll(held.keySet()));
        return things;
    }

    private BigDecimal venues(String thing) {
        return theirs.getOrDefault(thing, BigDecimal.ZERO);
    }

    private Cause cause(String thing, Optional<Symbol> symbol, BigDecimal amount, Expected expected) {
        if (amount.abs().compareTo(expected.smallest(thing)) < 0) {
            return Cause.DUST;
        }
        if (symbol.isPresent() && isMultiple(venues(thing), expected.of(thing))) {
            return Cause.MULTIPLIER;
        }
        if (symbol.isEmpty() && amount.abs().compareTo(expected.fees(thing).abs()) <= 0) {
            return Cause.FEE_IN_BASE;
        }
        if (symbol.isEmpty() && amount.abs().compareTo(mostFunding(thing)) <= 0) {
            return Cause.FUNDING;
        }
        if (othersTrade.stream().anyMatch(each -> moves(each, thing))) {
            return Cause.EXTERNAL;
        }
        return symbol.isEmpty() ? Cause.TRANSFER : Cause.UNEXPLAINED;
    }

    private static boolean isMultiple(BigDecimal one, BigDecimal other) {
        return one.signum() * other.signum() > 0
                && (one.remainder(other).signum() == 0 || other.remainder(one).signum() == 0);
    }

    /** One settlement costs a small part of the notional of what is held. */
    private BigDecimal mostFunding(String asset) {
        return report.positions().stream()
                .filter(position -> position.symbol().quote().equals(asset))
                .map(position -> position.markPx()
                        .or(position::avgPx)
                        .map(px -> px.value().multiply(position.netQty().abs().value()))
                        .orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(MOST_FUNDING);
    }

    private static boolean moves(Symbol symbol, String thing) {
        return symbol.isPerpetual()
                ? symbol.name().equals(thing) || symbol.quote().equals(thing)
                : symbol.base().equals(thing) || symbol.quote().equals(thing);
    }
}
