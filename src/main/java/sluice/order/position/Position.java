package sluice.order.position;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Execution;

/**
 * The fold of our fills of one symbol at one venue, at average cost. Immutable.
 *
 * @param netQty bought less sold, in base units; fees taken in the base asset are not subtracted here
 * @param cost what the open quantity was bought (or sold short) for, in quote money, never negative
 * @param realised profit of what was closed, in quote money, before fees
 * @param fees by asset, each fee once; a rebate is negative
 */
public record Position(
        VenueId venue, Symbol symbol, Qty netQty, BigDecimal cost, BigDecimal realised, Map<String, BigDecimal> fees) {

    public Position {
        fees = Map.copyOf(fees);
    }

    public static Position flat(VenueId venue, Symbol symbol) {
        return new Position(venue, symbol, Qty.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of());
    }

    /** The position after one more of our executions. */
    public Position after(Side side, Execution execution) {
        var charged = charged(execution.fee());
        var signed =
                side == Side.BUY ? execution.lastQty() : execution.lastQty().negate();
        var px = execution.lastPx().value();
        var opens = netQty.value().signum() * signed.value().signum() >= 0;
        return opens ? opened(signed, px, charged) : closed(signed, px, charged);
    }

    /** This and another of the same place as one, as if the other's open quantity had been one trade after it. */
    public Position with(Position other) {
        var paid = new HashMap<>(fees);
        other.fees.forEach((asset, fee) -> paid.merge(asset, fee, BigDecimal::add));
        var earned = realised.add(other.realised);
        var both = new Position(venue, symbol, netQty, cost, earned, paid);
        if (other.netQty.isZero()) {
            return both;
        }
        var isSameSide = netQty.value().signum() * other.netQty.value().signum() >= 0;
        return isSameSide
                ? new Position(venue, symbol, netQty.plus(other.netQty), cost.add(other.cost), earned, paid)
                : both.offset(other);
    }

    private Position offset(Position other) {
        if (netQty.abs().compareTo(other.netQty.abs()) < 0) {
            return new Position(venue, symbol, other.netQty, other.cost, realised, fees).offset(this.bare());
        }
        var released = part(cost, other.netQty, netQty);
        var gain = netQty.isPositive() ? other.cost.subtract(released) : released.subtract(other.cost);
        return new Position(
                venue, symbol, netQty.plus(other.netQty), cost.subtract(released), realised.add(gain), fees);
    }

    private Position bare() {
        return new Position(venue, symbol, netQty, cost, BigDecimal.ZERO, Map.of());
    }

    private static BigDecimal part(BigDecimal whole, Qty of, Qty in) {
        return of.abs().equals(in.abs())
                ? whole
                : whole.multiply(of.abs().value()).divide(in.abs().value(), MathContext.DECIMAL128);
    }

    private Map<String, BigDecimal> charged(Money fee) {
        var before = fees.getOrDefault(fee.asset(), BigDecimal.ZERO);
        if (fees.isEmpty() || fees.size() == 1 && fees.containsKey(fee.asset())) {
            return Map.of(fee.asset(), before.add(fee.amount()));
        }
        var charged = new HashMap<>(fees);
        charged.put(fee.asset(), before.add(fee.amount()));
        return charged;
    }

    private Position opened(Qty signed, BigDecimal px, Map<String, BigDecimal> charged) {
        var paid = px.multiply(signed.abs().value());
        return new Position(venue, symbol, netQty.plus(signed), cost.add(paid), realised, charged);
    }

    private Position closed(Qty signed, BigDecimal px, Map<String, BigDecimal> charged) {
        var closing = signed.abs().min(netQty.abs());
        var released = part(cost, closing, netQty);
        var got = px.multiply(closing.value());
        var gain = netQty.isPositive() ? got.subtract(released) : released.subtract(got);
        var beyond = signed.abs().minus(closing);
        return new Position(
                venue,
                symbol,
                netQty.plus(signed),
                beyond.isZero() ? cost.subtract(released) : px.multiply(beyond.value()),
                realised.add(gain),
                charged);
    }

    /** Average cost of what is open, in quote per base; empty when flat. */
    public Optional<Px> avgCost() {
        return netQty.isZero()
                ? Optional.empty()
                : Optional.of(new Px(cost.divide(netQty.abs().value(), MathContext.DECIMAL64)));
    }

    /** What a spot seller can deliver of it: bought less sold, less the fees taken in the base asset. */
    public Qty sellableQty() {
        var inBase = fees.getOrDefault(symbol.base(), BigDecimal.ZERO);
        return new Qty(netQty.value().subtract(inBase));
    }

    /** Profit of the open quantity at a mark, in quote money, before fees. */
    public BigDecimal unrealised(Px mark) {
        var worth = mark.value().multiply(netQty.abs().value());
        return netQty.isPositive() ? worth.subtract(cost) : cost.subtract(worth);
    }
}
