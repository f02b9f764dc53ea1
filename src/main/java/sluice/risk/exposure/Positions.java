package sluice.risk.exposure;

import java.math.BigDecimal;
import java.util.Collection;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.position.Position;

/**
 * A symbol's position and what may still be added to it, the worst case: open and unknown count as filled. Immutable.
 *
 * @param net bought less sold at all venues
 * @param openBuys what all our orders can still buy, doubts and amends upwards included
 * @param atVenue the position at the venues in question, less fees taken in the base asset
 * @param openBuysAtVenue of {@code openBuys}, what stands there
 * @param elsewhere the worst gross value of every other symbol, in the currency of limits
 */
public record Positions(
        Qty net,
        Qty openBuys,
        Qty openSells,
        Qty atVenue,
        Qty openBuysAtVenue,
        Qty openSellsAtVenue,
        BigDecimal elsewhere) {

    public static final Positions FLAT =
            new Positions(Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.ZERO, BigDecimal.ZERO);

    /** The fold of positions and orders; those of other symbols are passed over. */
    public static Positions of(
            Collection<VenueId> venues, Symbol symbol, Collection<Position> positions, Collection<Order> orders) {
        var folded = FLAT;
        for (var position : positions) {
            if (position.symbol().equals(symbol)) {
                folded = folded.with(position, venues.contains(position.venue()));
            }
        }
        var open = new Open();
        for (var order : orders) {
            if (order.terms().symbol().equals(symbol)) {
                open.add(order, venues.contains(order.ids().venue()));
            }
        }
        return open.beside(folded);
    }

    /** A sum over open orders, of which there may be hundreds for each one judged. */
    private static final class Open {

        private BigDecimal buys = BigDecimal.ZERO;
        private BigDecimal sells = BigDecimal.ZERO;
        private BigDecimal buysThere = BigDecimal.ZERO;
        private BigDecimal sellsThere = BigDecimal.ZERO;

        void add(Order order, boolean there) {
            var qty = order.worstLeavesQty().value();
            if (order.terms().side() == Side.BUY) {
                buys = buys.add(qty);
                buysThere = there ? buysThere.add(qty) : buysThere;
            } else {
                sells = sells.add(qty);
                sellsThere = there ? sellsThere.add(qty) : sellsThere;
            }
        }

        Positions beside(Positions held) {
            return new Positions(
                    held.net,
                    new Qty(buys),
                    new Qty(sells),
                    held.atVenue,
                    new Qty(buysThere),
                    new Qty(sellsThere),
                    held.elsewhere);
        }
    }

    /** With quantity that may still fill, such as that of an order which is closed here and open at the venue. */
    public Positions withOpen(Side side, Qty qty, boolean there) {
        var buys = side == Side.BUY ? qty : Qty.ZERO;
        var sells = side == Side.SELL ? qty : Qty.ZERO;
        return new Positions(
                net,
                openBuys.plus(buys),
                openSells.plus(sells),
                atVenue,
                there ? openBuysAtVenue.plus(buys) : openBuysAtVenue,
                there ? openSellsAtVenue.plus(sells) : openSellsAtVenue,
                elsewhere);
    }

    /** With the worst gross value of all other symbols. */
    public Positions withElsewhere(BigDecimal gross) {
        return new Positions(net, openBuys, openSells, atVenue, openBuysAtVenue, openSellsAtVenue, gross);
    }

    /** The largest absolute position that can come of it. */
    public Qty worst() {
        return worst(Side.BUY).max(worst(Side.SELL)).max(Qty.ZERO);
    }

    /** The position if all of one side fills and none of the other, counted positive in that side's direction. */
    public Qty worst(Side side) {
        return side == Side.BUY ? net.plus(openBuys) : openSells.minus(net);
    }

    /** What a reduce-only order of that side may still take off the position at the venue. */
    public Qty reducible(Side side) {
        var left = side == Side.SELL
                ? atVenue.minus(openSellsAtVenue)
                : atVenue.negate().minus(openBuysAtVenue);
        return left.max(Qty.ZERO);
    }

    private Positions with(Position position, boolean there) {
        return new Positions(
                net.plus(position.netQty()),
                openBuys,
                openSells,
                there ? atVenue.plus(position.sellableQty()) : atVenue,
                openBuysAtVenue,
                openSellsAtVenue,
                elsewhere);
    }
}
