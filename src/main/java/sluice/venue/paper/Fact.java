package sluice.venue.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.account.TradeCause;
import sluice.venue.VenueFill;

/** What happened to an account on paper; the account is the fold of these, and its ledger a list of them. */
sealed interface Fact {

    /** It began, with so much of each asset. */
    record Opened(Map<String, BigDecimal> balances) implements Fact {

        public Opened {
            balances = Map.copyOf(balances);
        }
    }

    record Placed(OrderId orderId, ClOrdId clOrdId, Terms terms, Instant at) implements Fact {}

    record Replaced(OrderId orderId, ClOrdId next, Terms terms) implements Fact {}

    record Filled(OrderId orderId, Execution execution) implements Fact {}

    /** What a perpetual's next settlement is by, as last seen before it: a position was held then. */
    record Rated(Symbol symbol, Px markPx, BigDecimal rate, Instant due) implements Fact {}

    /** Funding was settled; what was paid is negative where it was received. */
    record Funded(Symbol symbol, ExecId execId, Money paid, Instant at) implements Fact {}

    /** The venue took a position over, or a part of it, by an order of its own. */
    record TakenOver(OrderId orderId, Symbol symbol, Side side, Execution execution) implements Fact {

        VenueFill fill() {
            return new VenueFill(Optional.empty(), orderId, symbol, side, execution, TradeCause.LIQUIDATION);
        }
    }

    /** It works no more, for another reason than that it filled. */
    record Ended(OrderId orderId, OrderState state, Closure closure) implements Fact {}
}
