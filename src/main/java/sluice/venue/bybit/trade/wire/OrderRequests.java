package sluice.venue.bybit.trade.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.venue.ClientIdCodec;
import sluice.venue.VenueCommand;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.names.SymbolNames;

/** Requests that place, change or cancel an order. None of them may be sent twice by anybody. */
public record OrderRequests(SignedCalls calls) {

    /** An order's id for the wire. */
    static String wireId(ClOrdId id) {
        return ClientIdCodec.PLAIN.encode(id);
    }

    /** Self match prevention: the taker's type decides; should two of ours meet, the one that comes ends. */
    public HttpCall place(ClOrdId id, Terms terms, long timestampMillis) {
        var body = about(terms.symbol())
                .put("side", terms.side() == Side.BUY ? "Buy" : "Sell")
                .put("orderType", terms.px().isPresent() ? "Limit" : "Market")
                .put("qty", terms.orderQty().plain());
        terms.px().ifPresent(px -> body.put("price", px.plain()));
        putLifetime(body, terms);
        if (terms.reduceOnly()) {
            body.put("reduceOnly", true);
        }
        body.put("smpType", "CancelTaker");
        return calls.post("/v5/order/create", body.put("orderLinkId", wireId(id)), timestampMillis);
    }

    /**
     * Place order: "timeInForce ... If not passed, GTC is used by default"; "Market order will always use IOC"; and
     * "marketUnit: ... Spot Market Buy order by quoteCoin" is the default, where we always count in base units.
     */
    private static void putLifetime(ObjectNode body, Terms terms) {
        if (terms.px().isEmpty()) {
            if (!terms.symbol().isPerpetual()) {
                body.put("marketUnit", "baseCoin");
            }
        } else if (terms.postOnly()) {
            body.put("timeInForce", "PostOnly");
        } else if (!terms.tif().rests()) {
            body.put("timeInForce", terms.tif().kind().name());
        }
    }

    public HttpCall cancel(VenueCommand.Ref order, long timestampMillis) {
        return calls.post("/v5/order/cancel", naming(order), timestampMillis);
    }

    /** In place, under the id it has. Amend order: "qty: Order quantity after modification", with what has filled. */
    public HttpCall amend(VenueCommand.Ref order, Terms from, Terms to, long timestampMillis) {
        var body = naming(order);
        if (!to.orderQty().equals(from.orderQty())) {
            body.put("qty", to.orderQty().plain());
        }
        if (!to.px().equals(from.px())) {
            to.px().ifPresent(px -> body.put("price", px.plain()));
        }
        return calls.post("/v5/order/amend", body, timestampMillis);
    }

    /**
     * Set disconnect cancel all: "timeWindow: Disconnection timing window time. [3, 300], unit: second", for "product
     * OPTIONS(default), DERIVATIVES, SPOT". To say it twice does no harm.
     */
    public HttpCall disconnectWindow(Category category, Duration window, long timestampMillis) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "product",
                        switch (category) {
                            case SPOT -> "SPOT";
                            case LINEAR -> "DERIVATIVES";
                        })
                .put("timeWindow", window.toSeconds());
        return calls.post("/v5/order/disconnected-cancel-all", body, timestampMillis);
    }

    private static ObjectNode about(Symbol symbol) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("category", Category.of(symbol).wireName())
                .put("symbol", SymbolNames.wireName(symbol));
    }

    /** By the venue's id where it is known, since an amended order still goes by its first id of ours. */
    private static ObjectNode naming(VenueCommand.Ref order) {
        var body = about(order.symbol());
        order.orderId()
                .ifPresentOrElse(
                        id -> body.put("orderId", id.value()), () -> body.put("orderLinkId", wireId(order.clOrdId())));
        return body;
    }
}
