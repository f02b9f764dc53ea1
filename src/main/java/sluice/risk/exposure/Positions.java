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
 * @param elsewhere what every other symbol comes to, in the currency of limits
 */
public record Positions(
        Qty net,
        Qty openBuys,
        Qty openSells,
        Qty atVenue,
        Qty openBuysAtVenue,
        Qty openSellsAtVenue,
        Elsewhere elsewhere) {

    /** The worst gross value, the most that can be held long net of short, and the most short net of long. */
    public record Elsewhere(BigDecimal gross, BigDecimal longNet, BigDecimal shortNet) {

        public static final Elsewhere NOTHING = new Elsewhere(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** With another symbol at the value of one unit. */
        public Elsewhere plus(Positions other, BigDecimal worth) {
            return new Elsewhere(
                    gross.add(other.worst().value().multiply(worth)),
                    longNet.add(other.worst(Side.BUY).value().multiply(worth)),
                    shortNet.add(other.worst(Side.SELL).value().multiply(worth)));
        }

        /** The most on that side, the other side taken from it. */
        public BigDecimal net(Side side) {
            return side == Side.BUY ? longNet : shortNet;
        }
    }

    public static final Positions FLAT =
            new Positions(Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.ZERO, Elsewhere.NOTHING);

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

    /** Both together, of the same symbol. */
    public Positions plus(Positions other) {
        return new Positions(
                net.plus(other.net),
                openBuys.plus(other.openBuys),
                openSells.plus(other.openSells),
                atVenue.plus(other.atVenue),
                openBuysAtVenue.plus(other.openBuysAtVenue),
                openSellsAtVenue.plus(other.openSellsAtVenue),
                elsewhere);
    }

    /** With what all other symbols come to. */
    public Positions withElsewhere(Elsewhere others) {
        return new Positions(net, openBuys, openSells, atVenue, openBuysAtVenue, openSellsAtVenue, others);
    }

    /** The largest absolute position that can come of it. */
    public Qty worst() {
        return worst(Side.BUY).max(worst(Side.SELL)).max(Qty.ZERO);
    }

    /** The position if all of one side fills and none of the other, counted positive in that side's direction. */
    public Qty worst(Side side) {
        return side == Side.BUY ? net.plus(openBuys) : openSells.minus(net);
    }

    /** The same of what is at the venues in question. */
    public Qty worstAtVenue(Side side) {
        return side == Side.BUY ? atVenue.plus(openBuysAtVenue) : openSellsAtVenue.minus(atVenue);
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
