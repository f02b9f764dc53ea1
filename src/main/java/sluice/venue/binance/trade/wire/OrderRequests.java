package sluice.venue.binance.trade.wire;

import sluice.market.Qty;
import sluice.net.HttpCall;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.venue.ClientIdCodec;
import sluice.venue.VenueCommand;

/** Requests that place, change or cancel an order. None of them may be sent twice by anybody. */
public record OrderRequests(SignedCalls calls) {

    private static final String ORDER = "/api/v3/order";

    /** An order's id for the wire. */
    static String wireId(ClOrdId id) {
        return ClientIdCodec.PLAIN.encode(id);
    }

    public HttpCall place(ClOrdId id, Terms terms, long timestampMillis) {
        var form = new Form().put("symbol", SymbolNames.wireName(terms.symbol()));
        return calls.inBody("POST", ORDER, putTerms(form, id, terms, terms.orderQty()), timestampMillis);
    }

    public HttpCall cancel(VenueCommand.Ref order, long timestampMillis) {
        return calls.inQuery("DELETE", ORDER, ReadRequests.naming(order), timestampMillis);
    }

    /**
     * Cancels and places in one request; only while nothing of the old order has filled.
     *
     * <p>Trading endpoints, cancelReplace: "STOP_ON_FAILURE - If the cancel request fails, the new order placement will
     * not be attempted"; cancelRestrictions: "ONLY_NEW - Cancel will succeed if the order status is NEW".
     */
    public HttpCall cancelReplace(VenueCommand.ReplaceOrder command, long timestampMillis) {
        var terms = command.terms();
        var form = new Form()
                .put("symbol", SymbolNames.wireName(terms.symbol()))
                .put("cancelReplaceMode", "STOP_ON_FAILURE")
                .put("cancelOrigClientOrderId", wireId(command.order().clOrdId()))
                .put("cancelRestrictions", "ONLY_NEW");
        putTerms(form, command.next(), terms, terms.orderQty());
        return calls.inBody("POST", ORDER + "/cancelReplace", form, timestampMillis);
    }

    /** Lowers the quantity of a working order in its place in the queue. */
    public HttpCall amend(VenueCommand.Ref order, ClOrdId next, Qty newQty, long timestampMillis) {
        var form = new Form()
                .put("symbol", SymbolNames.wireName(order.symbol()))
                .put("origClientOrderId", wireId(order.clOrdId()))
                .put("newClientOrderId", wireId(next))
                .put("newQty", newQty.plain());
        return calls.inBody("PUT", ORDER + "/amend/keepPriority", form, timestampMillis);
    }

    /** Self trade prevention FAQ: the taker's mode decides; should two of ours meet, the one that comes ends. */
    private static Form putTerms(Form form, ClOrdId id, Terms terms, Qty qty) {
        form.put("side", terms.side().name())
                .put("type", type(terms))
                .put("quantity", qty.plain())
                .put("newClientOrderId", wireId(id))
                .put("newOrderRespType", "FULL")
                .put("selfTradePreventionMode", "EXPIRE_TAKER");
        terms.px().ifPresent(px -> form.put("price", px.plain()));
        if (terms.px().isPresent() && !terms.postOnly()) {
            form.put("timeInForce", terms.tif().kind().name());
        }
        return form;
    }

    private static String type(Terms terms) {
        if (terms.px().isEmpty()) {
            return "MARKET";
        }
        return terms.postOnly() ? "LIMIT_MAKER" : "LIMIT";
    }
}
