package sluice.sim.binance.stream;

import static sluice.sim.binance.call.Padded.fixed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Liquidity;
import sluice.sim.Holding;
import sluice.sim.OrderChange;
import sluice.sim.SimFill;
import sluice.sim.binance.endpoint.OrderJson;
import sluice.sim.front.Json;

/** The events of the user data stream as user-data-stream.md spells them. */
final class ExecutionReport {

    private static final String ZERO = fixed(BigDecimal.ZERO);

    private ExecutionReport() {}

    static ObjectNode of(OrderChange change, Optional<String> cancelId, Instant eventTime) {
        var order = change.order();
        var json = Json.object().put("e", "executionReport").put("E", eventTime.toEpochMilli());
        json.put("s", order.symbol());
        ids(json, change, cancelId);
        json.put("S", order.side().name()).put("o", order.request().type().name());
        json.put("f", OrderJson.tif(order)).put("q", fixed(order.orderQty().value()));
        json.put("p", OrderJson.price(order)).put("P", ZERO).put("F", ZERO).put("g", -1);
        json.put("x", change.kind().name()).put("X", OrderJson.status(order));
        json.put("r", "NONE").put("i", order.orderId());
        json.put("z", fixed(order.cumQty().value()))
                .put("Z", fixed(order.progress().cumQuote()));
        execution(json, change.fill());
        json.put("T", change.at().toEpochMilli()).put("I", change.execId());
        json.put("w", order.isOpen()).put("M", false);
        json.put("O", order.createdAt().toEpochMilli()).put("Q", OrderJson.quoteQty(order));
        json.put("W", order.createdAt().toEpochMilli());
        json.put("V", order.request().selfTrade().name());
        OrderJson.expiryReason(order).ifPresent(reason -> json.put("eR", reason));
        return json;
    }

    /**
     * On a cancel c is the cancel's own id and C the order's; replaced, c is its new and C its old; else C is empty.
     */
    private static void ids(ObjectNode json, OrderChange change, Optional<String> cancelId) {
        var own = change.order().clientId();
        var swapped = change.kind() == OrderChange.Kind.CANCELED && cancelId.isPresent();
        var isReplaced = change.kind() == OrderChange.Kind.REPLACED;
        json.put("c", swapped ? cancelId.get() : own).put("C", swapped || isReplaced ? change.origClientId() : "");
    }

    private static void execution(ObjectNode json, Optional<SimFill> fill) {
        json.put("l", fixed(fill.map(SimFill::lastQty).map(Qty::value).orElse(BigDecimal.ZERO)));
        json.put("L", fixed(fill.map(SimFill::lastPx).map(Px::value).orElse(BigDecimal.ZERO)));
        json.put("Y", fixed(fill.map(SimFill::lastQuote).orElse(BigDecimal.ZERO)));
        json.put("n", fill.map(part -> fixed(part.fee().amount())).orElse("0"));
        json.put("N", fill.map(part -> part.fee().asset()).orElse(null));
        json.put("t", fill.map(SimFill::tradeId).orElse(-1L));
        json.put("m", fill.filter(part -> part.liquidity() == Liquidity.MAKER).isPresent());
    }

    /** The balances that changed, as they now are. */
    static ObjectNode position(Map<String, Holding> changed, Instant eventTime) {
        var json = Json.object().put("e", "outboundAccountPosition").put("E", eventTime.toEpochMilli());
        json.put("u", eventTime.toEpochMilli());
        json.set(
                "B",
                Json.array(
                        new TreeMap<>(changed).entrySet(),
                        entry -> Json.object()
                                .put("a", entry.getKey())
                                .put("f", fixed(entry.getValue().free()))
                                .put("l", fixed(entry.getValue().locked()))));
        return json;
    }
}
