package sluice.venue.binance.trade.wire;

import java.time.Instant;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.order.OrderId;
import sluice.venue.VenueCommand;

/** Requests that only ask; a repeat does no harm. */
public record ReadRequests(SignedCalls calls) {

    /** The most rows a page of trades can have. */
    public static final int PAGE = 1000;

    private static final String MY_TRADES = "/api/v3/myTrades";

    /** By our id always, since the venue's may not be known when it matters. */
    static Form naming(VenueCommand.Ref order) {
        return new Form()
                .put("symbol", SymbolNames.wireName(order.symbol()))
                .put("origClientOrderId", OrderRequests.wireId(order.clOrdId()));
    }

    public HttpCall time() {
        return calls.open("/api/v3/time");
    }

    public HttpCall order(VenueCommand.Ref order, long timestampMillis) {
        return calls.inQuery("GET", "/api/v3/order", naming(order), timestampMillis);
    }

    /**
     * By the venue's id alone, for one that goes by another of ours than is asked for: an amend in place renames it.
     */
    public HttpCall order(Symbol symbol, OrderId orderId, long timestampMillis) {
        var form = new Form().put("symbol", SymbolNames.wireName(symbol)).put("orderId", orderId.value());
        return calls.inQuery("GET", "/api/v3/order", form, timestampMillis);
    }

    /** Of one symbol, or of all. */
    public HttpCall openOrders(Optional<Symbol> symbol, long timestampMillis) {
        var form = new Form();
        symbol.ifPresent(name -> form.put("symbol", SymbolNames.wireName(name)));
        return calls.inQuery("GET", "/api/v3/openOrders", form, timestampMillis);
    }

    public HttpCall tradesOf(Symbol symbol, OrderId orderId, long timestampMillis) {
        var form = new Form().put("symbol", SymbolNames.wireName(symbol)).put("orderId", orderId.value());
        return calls.inQuery("GET", MY_TRADES, form, timestampMillis);
    }

    /** Account endpoints, myTrades: "the time between startTime and endTime can't be longer than 24 hours". */
    public HttpCall tradesBetween(Symbol symbol, Instant from, Instant to, long timestampMillis) {
        var form = new Form()
                .put("symbol", SymbolNames.wireName(symbol))
                .put("startTime", from.toEpochMilli())
                .put("endTime", to.toEpochMilli())
                .put("limit", PAGE);
        return calls.inQuery("GET", MY_TRADES, form, timestampMillis);
    }

    /** From a trade id on, whenever those happened. */
    public HttpCall tradesFrom(Symbol symbol, long tradeId, long timestampMillis) {
        var form = new Form()
                .put("symbol", SymbolNames.wireName(symbol))
                .put("fromId", tradeId)
                .put("limit", PAGE);
        return calls.inQuery("GET", MY_TRADES, form, timestampMillis);
    }

    /** Wallet, "Get API Key Permission": of the account's hosts, not of its test networks. */
    public HttpCall apiRestrictions(long timestampMillis) {
        return calls.inQuery("GET", "/sapi/v1/account/apiRestrictions", new Form(), timestampMillis);
    }

    public HttpCall account(long timestampMillis) {
        return calls.inQuery("GET", "/api/v3/account", new Form(), timestampMillis);
    }

    public HttpCall commission(Symbol symbol, long timestampMillis) {
        var form = new Form().put("symbol", SymbolNames.wireName(symbol));
        return calls.inQuery("GET", "/api/v3/account/commission", form, timestampMillis);
    }
}
