package sluice.venue.coinbase.trade.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.order.OrderId;

/** Requests that only ask; a repeat does no harm. A cursor is what the page before it said, or empty. */
public record ReadRequests(SignedCalls calls) {

    private static final String ORDERS = "/orders/historical/batch";

    /** List orders and list fills: rows on a page. */
    private static final int PAGE = 250;

    /** List accounts: "maximum is 250". */
    private static final int ACCOUNTS = 250;

    public HttpCall time() {
        return calls.open("/time");
    }

    public HttpCall order(OrderId order, long venueMillis) {
        return calls.get("/orders/historical/" + order.value(), new Query(), venueMillis);
    }

    /** All that are in one of these states. List orders: OPEN leaves the others out, and goes with none of them. */
    public HttpCall ordersIn(List<String> statuses, String cursor, long venueMillis) {
        var query = new Query();
        statuses.forEach(status -> query.put("order_status", status));
        return calls.get(ORDERS, paged(query, PAGE, cursor), venueMillis);
    }

    /** Every order of one symbol placed since then, whatever became of it. */
    public HttpCall ordersSince(Symbol symbol, Instant since, String cursor, long venueMillis) {
        var query =
                new Query().put("product_ids", ProductNames.productId(symbol)).put("start_date", since.toString());
        return calls.get(ORDERS, paged(query, PAGE, cursor), venueMillis);
    }

    /** All executions of these orders, or of all. */
    public HttpCall fills(List<OrderId> orders, Optional<Instant> since, String cursor, long venueMillis) {
        var query = new Query();
        orders.forEach(order -> query.put("order_ids", order.value()));
        since.ifPresent(from -> query.put("start_sequence_timestamp", from.toString()));
        return calls.get("/orders/historical/fills", paged(query, PAGE, cursor), venueMillis);
    }

    public HttpCall accounts(String cursor, long venueMillis) {
        return calls.get("/accounts", paged(new Query(), ACCOUNTS, cursor), venueMillis);
    }

    public HttpCall feeTier(long venueMillis) {
        return calls.get("/transaction_summary", new Query().put("product_type", "SPOT"), venueMillis);
    }

    /** What the key may do. */
    public HttpCall keyPermissions(long venueMillis) {
        return calls.get("/key_permissions", new Query(), venueMillis);
    }

    private static Query paged(Query query, int limit, String cursor) {
        query.put("limit", limit);
        return cursor.isEmpty() ? query : query.put("cursor", cursor);
    }
}
