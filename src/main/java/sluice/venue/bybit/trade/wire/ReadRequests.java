package sluice.venue.bybit.trade.wire;

import java.time.Instant;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.order.OrderId;
import sluice.venue.VenueCommand;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.names.SymbolNames;

/** Requests that only ask; a repeat does no harm. */
public record ReadRequests(SignedCalls calls) {

    private static final String REALTIME = "/v5/order/realtime";
    private static final String EXECUTIONS = "/v5/execution/list";
    private static final int ORDERS_A_PAGE = 50;
    private static final int EXECUTIONS_A_PAGE = 100;
    private static final int POSITIONS_A_PAGE = 200;

    /** Where one order may be found. */
    public enum Shelf {
        /** Those that work. */
        OPEN,
        /** The last 500 that ended, until the venue's service restarts. */
        RECENT,
        /** Seven days; cancelled or rejected without a fill only one. */
        HISTORY
    }

    public HttpCall time() {
        return calls.open("/v5/market/time");
    }

    /** Get open and closed orders: "openOnly 0(default) ... open status; 1: ... recent 500 closed status records". */
    public HttpCall order(Shelf shelf, VenueCommand.Ref order, long timestampMillis) {
        var query = about(order.symbol());
        order.orderId()
                .ifPresentOrElse(
                        id -> query.put("orderId", id.value()),
                        () -> query.put("orderLinkId", OrderRequests.wireId(order.clOrdId())));
        if (shelf == Shelf.RECENT) {
            query.put("openOnly", 1);
        }
        return calls.get(shelf == Shelf.HISTORY ? "/v5/order/history" : REALTIME, query, timestampMillis);
    }

    /** The same page: "For linear, either symbol, baseCoin or settleCoin is required". */
    public HttpCall openOrders(
            Category category, Optional<String> settleCoin, Optional<String> cursor, long timestampMillis) {
        var query = in(category)
                .put("settleCoin", settleCoin)
                .put("limit", ORDERS_A_PAGE)
                .put("cursor", cursor);
        return calls.get(REALTIME, query, timestampMillis);
    }

    public HttpCall openOrdersOf(Symbol symbol, long timestampMillis) {
        return calls.get(REALTIME, about(symbol), timestampMillis);
    }

    public HttpCall executionsOf(Symbol symbol, OrderId orderId, Optional<String> cursor, long timestampMillis) {
        var query = about(symbol)
                .put("orderId", orderId.value())
                .put("limit", EXECUTIONS_A_PAGE)
                .put("cursor", cursor);
        return calls.get(EXECUTIONS, query, timestampMillis);
    }

    /** Of all symbols. Get trade history: "If both are passed, the rule is endTime - startTime <= 7 days". */
    public HttpCall executionsBetween(
            Category category, Instant from, Instant to, Optional<String> cursor, long timestampMillis) {
        var query = in(category)
                .put("startTime", from.toEpochMilli())
                .put("endTime", to.toEpochMilli())
                .put("limit", EXECUTIONS_A_PAGE)
                .put("cursor", cursor);
        return calls.get(EXECUTIONS, query, timestampMillis);
    }

    public HttpCall wallet(long timestampMillis) {
        return calls.get("/v5/account/wallet-balance", new Query().put("accountType", "UNIFIED"), timestampMillis);
    }

    /** Those that are not flat. */
    public HttpCall positions(String settleCoin, Optional<String> cursor, long timestampMillis) {
        var query = in(Category.LINEAR)
                .put("settleCoin", settleCoin)
                .put("limit", POSITIONS_A_PAGE)
                .put("cursor", cursor);
        return calls.get("/v5/position/list", query, timestampMillis);
    }

    /** Also when it is flat, which shows its mode and leverage. */
    public HttpCall position(Symbol symbol, long timestampMillis) {
        return calls.get("/v5/position/list", about(symbol), timestampMillis);
    }

    /** Of all symbols of a category. */
    public HttpCall feeRates(Category category, long timestampMillis) {
        return calls.get("/v5/account/fee-rate", in(category), timestampMillis);
    }

    public HttpCall feeRate(Symbol symbol, long timestampMillis) {
        return calls.get("/v5/account/fee-rate", about(symbol), timestampMillis);
    }

    /** System status: what maintenance is announced. */
    public HttpCall systemStatus() {
        return calls.open("/v5/system/status");
    }

    /** What our key may do. */
    public HttpCall keyInfo(long timestampMillis) {
        return calls.get("/v5/user/query-api", new Query(), timestampMillis);
    }

    private static Query in(Category category) {
        return new Query().put("category", category.wireName());
    }

    private static Query about(Symbol symbol) {
        return in(Category.of(symbol)).put("symbol", SymbolNames.wireName(symbol));
    }
}
