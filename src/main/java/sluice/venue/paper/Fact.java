package sluice.venue.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Terms;

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

    /** It works no more, for another reason than that it filled. */
    record Ended(OrderId orderId, OrderState state, Closure closure) implements Fact {}
}
