package sluice.sim;

import java.math.BigDecimal;
import java.time.Instant;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Liquidity;

/** One execution of one account's order; a trade between two accounts is two of these with one trade id. Immutable. */
public record SimFill(Ids ids, Of order, Qty lastQty, Px lastPx, Settled settled, Liquidity liquidity, Instant at) {

    /** The execution's own number and that of the public print. */
    public record Ids(long execId, long tradeId) {}

    /** Whose order executed. */
    public record Of(String account, long orderId, String clientId, String symbol, Side side) {}

    /**
     * What it did to the account beyond the exchange of base for quote.
     *
     * @param closedQty how much of a perpetual position it closed
     * @param pnl what that won, in quote money
     */
    public record Settled(Money fee, Qty closedQty, BigDecimal pnl) {

        public static Settled cash(Money fee) {
            return new Settled(fee, Qty.ZERO, BigDecimal.ZERO);
        }
    }

    public Money fee() {
        return settled.fee();
    }

    public long execId() {
        return ids.execId();
    }

    public long tradeId() {
        return ids.tradeId();
    }

    public BigDecimal lastQuote() {
        return lastPx.value().multiply(lastQty.value());
    }
}
