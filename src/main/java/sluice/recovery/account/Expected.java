package sluice.recovery.account;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Money;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.order.position.Position;

/**
 * What an account should hold, by asset, and by symbol for perpetuals. Immutable.
 *
 * @param flows what fills add up to, ours and others', and funding
 * @param held what there is beyond them: what was there at first, and what was corrected since; empty before the first
 *     look
 * @param fees paid by our fills, by asset
 * @param smallest the smallest quantity that can be traded, by asset and by symbol
 * @param costs what the open quantity of each perpetual was bought for, by symbol; negative when sold short
 */
public record Expected(
        Map<String, BigDecimal> flows,
        Optional<Map<String, BigDecimal>> held,
        Map<String, BigDecimal> fees,
        Map<String, BigDecimal> smallest,
        Map<String, BigDecimal> costs) {

    public static final Expected UNKNOWN = new Expected(Map.of(), Optional.empty(), Map.of(), Map.of());

    public Expected {
        flows = Map.copyOf(flows);
        held = held.map(Map::copyOf);
        fees = Map.copyOf(fees);
        smallest = Map.copyOf(smallest);
        costs = Map.copyOf(costs);
    }

    /** Without a perpetual open. */
    public Expected(
            Map<String, BigDecimal> flows,
            Optional<Map<String, BigDecimal>> held,
            Map<String, BigDecimal> fees,
            Map<String, BigDecimal> smallest) {
        this(flows, held, fees, smallest, Map.of());
    }

    /** Of positions at one venue, those of others included, and of what funding was paid there. */
    public static Expected of(
            Collection<Position> positions,
            Collection<Money> funding,
            Optional<Map<String, BigDecimal>> held,
            Map<String, BigDecimal> smallest) {
        var flows = new TreeMap<String, BigDecimal>();
        funding.forEach(paid -> flows.merge(paid.asset(), paid.amount().negate(), BigDecimal::add));
        var fees = new TreeMap<String, BigDecimal>();
        var costs = new TreeMap<String, BigDecimal>();
        for (var position : merged(positions)) {
            flow(position, flows);
            if (position.symbol().isPerpetual()) {
                costs.put(position.symbol().name(), paid(position));
            }
            position.fees().forEach((asset, fee) -> {
                flows.merge(asset, fee.negate(), BigDecimal::add);
                fees.merge(asset, fee, BigDecimal::add);
            });
        }
        return new Expected(flows, held, fees, smallest, costs);
    }

    /** What all trade in one perpetual is one position at the venue, whose closing settles what its opening began. */
    private static Collection<Position> merged(Collection<Position> positions) {
        var merged = new LinkedHashMap<Symbol, Position>();
        positions.forEach(position -> merged.merge(position.symbol(), position, Position::with));
        return merged.values();
    }

    /** At average cost, what was paid for what is open and what closing brought add up to all the quote money moved. */
    private static void flow(Position position, Map<String, BigDecimal> flows) {
        var symbol = position.symbol();
        if (symbol.isPerpetual()) {
            flows.merge(symbol.name(), position.netQty().value(), BigDecimal::add);
            flows.merge(symbol.quote(), position.realised(), BigDecimal::add);
            return;
        }
        flows.merge(symbol.base(), position.netQty().value(), BigDecimal::add);
        flows.merge(symbol.quote(), position.realised().subtract(paid(position)), BigDecimal::add);
    }

    private static BigDecimal paid(Position position) {
        return position.netQty().compareTo(Qty.ZERO) < 0 ? position.cost().negate() : position.cost();
    }

    /** What there should be of an asset, or of a perpetual by its symbol. */
    public BigDecimal of(String thing) {
        var beyond =
                held.map(known -> known.getOrDefault(thing, BigDecimal.ZERO)).orElse(BigDecimal.ZERO);
        return flows.getOrDefault(thing, BigDecimal.ZERO).add(beyond);
    }

    BigDecimal smallest(String thing) {
        return smallest.getOrDefault(thing, BigDecimal.ZERO);
    }

    BigDecimal fees(String thing) {
        return fees.getOrDefault(thing, BigDecimal.ZERO);
    }
}
