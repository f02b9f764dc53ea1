package sluice.venue;

import java.util.Optional;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.ClOrdId;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.account.TradeCause;

/**
 * An execution of the account as the venue's history lists it; many venues leave our own id out. Immutable.
 *
 * @param cause whether an order did it; what a venue did to a position is never an order's of ours
 */
public record VenueFill(
        Optional<ClOrdId> clOrdId, OrderId orderId, Symbol symbol, Side side, Execution execution, TradeCause cause) {

    public VenueFill(Optional<ClOrdId> clOrdId, OrderId orderId, Symbol symbol, Side side, Execution execution) {
        this(clOrdId, orderId, symbol, side, execution, TradeCause.ORDER);
    }

    /** The same under that id of ours. */
    public VenueFill under(Optional<ClOrdId> name) {
        return new VenueFill(name, orderId, symbol, side, execution, cause);
    }

    public boolean isOfOrder() {
        return cause == TradeCause.ORDER;
    }
}
