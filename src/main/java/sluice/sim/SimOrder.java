package sluice.sim;

import java.math.BigDecimal;
import java.time.Instant;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.OrderState;

/**
 * An order as the venue has it at one moment. Immutable.
 *
 * @param orderQty base units asked for now, after reductions; for a market order by quote what it executed
 */
public record SimOrder(
        long orderId,
        String account,
        OrderRequest request,
        Qty orderQty,
        Progress progress,
        Instant createdAt,
        Instant updatedAt) {

    /** Why an order stands where it stands. */
    public enum Cause {
        NONE,
        CANCELLED_BY_ACCOUNT,
        /** The account was not heard of for as long as it had said. */
        CONNECTION_LOST,
        EXPIRED,
        IOC_REMAINDER,
        FOK_UNFILLED,
        NO_LIQUIDITY,
        SELF_TRADE,
        INSUFFICIENT_BALANCE,
        WOULD_MATCH,
        TOO_MANY_ORDERS,
        REDUCE_ONLY
    }

    /**
     * How far it got.
     *
     * @param cumQuote quote money of all its executions
     */
    public record Progress(OrderState state, Qty cumQty, BigDecimal cumQuote, Cause cause) {}

    public String clientId() {
        return request.clientId();
    }

    public String symbol() {
        return request.symbol();
    }

    public Side side() {
        return request.side();
    }

    public OrderState state() {
        return progress.state();
    }

    public Qty cumQty() {
        return progress.cumQty();
    }

    public Qty leavesQty() {
        return isOpen() ? orderQty.minus(cumQty()) : Qty.ZERO;
    }

    public boolean isOpen() {
        return state() == OrderState.SUBMITTED || state() == OrderState.PARTIALLY_FILLED;
    }
}
