package sluice.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.sim.perp.Perpetuals;

/**
 * One simulated venue: its listings, books and accounts, whatever protocol stands in front of it.
 *
 * <p>Deterministic for its seed and its inputs. What a call changed for an account is durable before the call returns
 * and before a listener hears of it. Confined to the simulator's thread.
 */
public interface Exchange {

    String venue();

    /** The moment the world was last advanced to; every stamp comes from here. */
    Instant now();

    List<Listing> listings();

    Optional<Listing> listing(String symbol);

    void listen(ExchangeListener listener);

    /** Opens the account with the venue's starting balances, unless it exists. */
    void enroll(String account);

    List<String> accounts();

    Outcome place(String account, OrderRequest request);

    /** Why the request would be denied before the matching saw it; nothing is placed. */
    Optional<Outcome.Denied> check(OrderRequest request);

    default Outcome cancel(String account, String symbol, SimRef ref) {
        return cancel(account, symbol, ref, SimOrder.Cause.CANCELLED_BY_ACCOUNT);
    }

    Outcome cancel(String account, String symbol, SimRef ref, SimOrder.Cause cause);

    /** Lowers the quantity in place, so that the order keeps its turn, under a new client id or the one it has. */
    Outcome reduce(String account, String symbol, SimRef ref, Qty orderQty, String clientId);

    /**
     * Changes an order where it is, under the ids it has. Less quantity at the same price keeps its turn; anything else
     * gives it up, and a price that crosses trades.
     */
    Outcome amend(String account, String symbol, SimRef ref, Optional<Qty> orderQty, Optional<Px> px);

    /** One of the account's orders, open or closed; for a client id the last that had it. */
    Optional<SimOrder> find(String account, String symbol, SimRef ref);

    /** All orders ever taken from the account, oldest first. */
    List<SimOrder> orders(String account);

    List<SimOrder> openOrders(String account, Optional<String> symbol);

    /** Orders the matching refused, as REJECTED; no query of the account's finds them. */
    List<SimOrder> rejected(String account);

    List<SimFill> fills(String account);

    Map<String, Holding> holdings(String account);

    Fees fees(String account, String symbol);

    Perpetuals perpetuals();

    Picture picture(String symbol, int depth);

    /** The price the market model quotes around. */
    Px mid(String symbol);

    /** What it is worth, the same at every venue but for the grid; the mid strays around it. */
    Px efficient(String symbol);

    /** How long the venue takes to answer. */
    Duration latency();

    Regime regime(String symbol);

    /** Moves a symbol's market at once and, if given, pins its regime. */
    void setMid(String symbol, Px mid, Optional<Regime> regime);

    /**
     * Somebody else trades at the price: first with accounts' orders resting there or better, the rest with the crowd.
     *
     * @return how much of it was against accounts' orders
     */
    Qty outsiderTrades(String symbol, Side aggressor, Px px, Qty qty);

    /** Frozen, nothing moves and no outsider trades; books keep restating what stands. */
    void freeze(boolean frozen);
}
