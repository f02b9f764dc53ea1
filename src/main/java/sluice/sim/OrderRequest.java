package sluice.sim;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Tif;

/**
 * An order as an account asks for it. Immutable.
 *
 * @param px the limit; empty for a market order
 */
public record OrderRequest(
        String symbol, Side side, Manner manner, Size size, Optional<Px> px, String clientId, SelfTrade selfTrade) {

    /** How an order trades: at any price, up to its price, or only by waiting. */
    public enum Type {
        LIMIT,
        MARKET,
        LIMIT_MAKER
    }

    /**
     * Type and lifetime, and whether it may only make a position smaller. A market order never rests, whatever its
     * lifetime says.
     *
     * @param until when one that is good till a date expires
     */
    public record Manner(Type type, Tif.Kind tif, boolean reduceOnly, Optional<Instant> until) {

        public Manner(Type type, Tif.Kind tif) {
            this(type, tif, false);
        }

        public Manner(Type type, Tif.Kind tif, boolean reduceOnly) {
            this(type, tif, reduceOnly, Optional.empty());
        }

        public static Manner goodTill(Type type, Instant until) {
            return new Manner(type, Tif.Kind.GTD, false, Optional.of(until));
        }

        public boolean rests() {
            return type == Type.LIMIT_MAKER || type == Type.LIMIT && (tif == Tif.Kind.GTC || tif == Tif.Kind.GTD);
        }
    }

    /** How much: base units, or, for a market order, quote money to spend or to raise. */
    public record Size(BigDecimal amount, boolean inQuote) {

        public static Size of(Qty qty) {
            return new Size(qty.value(), false);
        }

        public static Size quote(BigDecimal amount) {
            return new Size(amount, true);
        }
    }

    public static OrderRequest limit(String symbol, Side side, Qty qty, Px px, String clientId) {
        return new OrderRequest(
                symbol,
                side,
                new Manner(Type.LIMIT, Tif.Kind.GTC),
                Size.of(qty),
                Optional.of(px),
                clientId,
                SelfTrade.EXPIRE_MAKER);
    }

    public static OrderRequest market(String symbol, Side side, Size size, String clientId) {
        return new OrderRequest(
                symbol,
                side,
                new Manner(Type.MARKET, Tif.Kind.IOC),
                size,
                Optional.empty(),
                clientId,
                SelfTrade.EXPIRE_MAKER);
    }

    public OrderRequest with(Type type, Tif.Kind tif) {
        return new OrderRequest(
                symbol, side, new Manner(type, tif, reduceOnly(), manner.until()), size, px, clientId, selfTrade);
    }

    /** The same, as one that may only make a position smaller. */
    public OrderRequest reducing() {
        return new OrderRequest(
                symbol, side, new Manner(type(), tif(), true, manner.until()), size, px, clientId, selfTrade);
    }

    public OrderRequest with(SelfTrade mode) {
        return new OrderRequest(symbol, side, manner, size, px, clientId, mode);
    }

    public OrderRequest named(String id) {
        return new OrderRequest(symbol, side, manner, size, px, id, selfTrade);
    }

    public OrderRequest of(Qty qty) {
        return new OrderRequest(symbol, side, manner, Size.of(qty), px, clientId, selfTrade);
    }

    public OrderRequest at(Px limit) {
        return new OrderRequest(symbol, side, manner, size, Optional.of(limit), clientId, selfTrade);
    }

    public Type type() {
        return manner.type();
    }

    public Tif.Kind tif() {
        return manner.tif();
    }

    public boolean reduceOnly() {
        return manner.reduceOnly();
    }
}
