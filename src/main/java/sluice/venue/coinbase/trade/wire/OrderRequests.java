package sluice.venue.coinbase.trade.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sluice.net.HttpCall;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.venue.ClientIdCodec;

/** Requests that place, change or cancel an order. None of them may be sent twice by anybody. */
public record OrderRequests(SignedCalls calls) {

    /** Create order, {@code client_order_id}: any unique string, and "UUID recommended"; so one is sent always. */
    public static final ClientIdCodec IDS = ClientIdCodec.UUID_V5;

    public HttpCall place(ClOrdId id, Terms terms, long venueMillis) {
        var body = object();
        body.put("client_order_id", IDS.encode(id))
                .put("product_id", ProductNames.productId(terms.symbol()))
                .put("side", terms.side().name())
                .set("order_configuration", object().set(kind(terms), size(terms)));
        return calls.post("/orders", body.toString(), venueMillis);
    }

    /** Create order, {@code order_configuration}: the kind of order is the key under which its sizes stand. */
    private static String kind(Terms terms) {
        if (terms.px().isEmpty()) {
            return "market_market_ioc";
        }
        return switch (terms.tif().kind()) {
            case GTC -> "limit_limit_gtc";
            case GTD -> "limit_limit_gtd";
            case FOK -> "limit_limit_fok";
            case IOC -> "sor_limit_ioc";
        };
    }

    /** A market order says its base size too, on either side: what was asked for is base, whatever it comes to cost. */
    private static ObjectNode size(Terms terms) {
        var size = object().put("base_size", terms.orderQty().plain());
        terms.px().ifPresent(px -> size.put("limit_price", px.plain()));
        terms.tif()
                .until()
                .ifPresent(end ->
                        size.put("end_time", end.truncatedTo(ChronoUnit.SECONDS).toString()));
        if (terms.px().isPresent() && terms.tif().rests()) {
            size.put("post_only", terms.postOnly());
        }
        return size;
    }

    /** Batch cancel, at most a hundred ids in one request; success of one means that its cancel was accepted. */
    public HttpCall cancel(List<OrderId> orders, long venueMillis) {
        var body = object();
        var ids = body.putArray("order_ids");
        orders.forEach(order -> ids.add(order.value()));
        return calls.post("/orders/batch_cancel", body.toString(), venueMillis);
    }

    /**
     * Edit order: "only limit order types with time in force type of good-till-cancelled can be edited"; gives both.
     */
    public HttpCall edit(OrderId order, Terms terms, long venueMillis) {
        var body = object().put("order_id", order.value())
                .put("price", terms.px().orElseThrow().plain())
                .put("size", terms.orderQty().plain());
        return calls.post("/orders/edit", body.toString(), venueMillis);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
