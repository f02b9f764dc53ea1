package sluice.venue.paper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.TreeMap;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;

/** A fact as a line of JSON, decimals as texts. */
final class FactText {

    private FactText() {}

    static String write(Fact fact) {
        var json = JsonNodeFactory.instance.objectNode();
        if (fact instanceof Fact.Opened opened) {
            var balances = json.put("fact", "opened").putObject("balances");
            new TreeMap<>(opened.balances()).forEach((asset, total) -> balances.put(asset, total.toPlainString()));
        } else if (fact instanceof Fact.Placed placed) {
            json.put("fact", "placed").put("orderId", placed.orderId().value());
            json.put("clOrdId", placed.clOrdId().value()).put("at", placed.at().toString());
            terms(json, placed.terms());
        } else if (fact instanceof Fact.Replaced replaced) {
            json.put("fact", "replaced").put("orderId", replaced.orderId().value());
            json.put("clOrdId", replaced.next().value());
            terms(json, replaced.terms());
        } else if (fact instanceof Fact.Filled filled) {
            json.put("fact", "filled").put("orderId", filled.orderId().value());
            execution(json, filled.execution());
        } else if (fact instanceof Fact.Rated rated) {
            json.put("fact", "rated").put("symbol", rated.symbol().name());
            json.put("markPx", rated.markPx().plain()).put("rate", rated.rate().toPlainString());
            json.put("due", rated.due().toString());
        } else if (fact instanceof Fact.Funded funded) {
            json.put("fact", "funded").put("symbol", funded.symbol().name());
            json.put("execId", funded.execId().value());
            json.put("paid", funded.paid().amount().toPlainString());
            json.put("asset", funded.paid().asset()).put("at", funded.at().toString());
        } else if (fact instanceof Fact.TakenOver taken) {
            json.put("fact", "takenOver").put("orderId", taken.orderId().value());
            json.put("symbol", taken.symbol().name()).put("side", taken.side().name());
            execution(json, taken.execution());
        } else if (fact instanceof Fact.Ended ended) {
            json.put("fact", "ended").put("orderId", ended.orderId().value());
            json.put("state", ended.state().name());
            json.put("reason", ended.closure().reason().name());
            json.put("text", ended.closure().text());
        } else {
            throw new AssertionError(fact);
        }
        return json.toString();
    }

    private static void terms(ObjectNode json, Terms terms) {
        json.put("symbol", terms.symbol().name()).put("side", terms.side().name());
        json.put("orderQty", terms.orderQty().plain());
        terms.px().ifPresent(px -> json.put("px", px.plain()));
        json.put("tif", terms.tif().toString());
        json.put("postOnly", terms.postOnly()).put("reduceOnly", terms.reduceOnly());
    }

    private static void execution(ObjectNode json, Execution execution) {
        json.put("execId", execution.execId().value());
        json.put("lastQty", execution.lastQty().plain());
        json.put("lastPx", execution.lastPx().plain());
        json.put("fee", execution.fee().amount().toPlainString());
        json.put("feeAsset", execution.fee().asset());
        json.put("liquidity", execution.liquidity().name());
        json.put("at", execution.at().toString());
    }

    /** Throws {@code UnableToReadException} for a line that nobody wrote here. */
    static Fact read(String line) {
        var json = Json.read(line);
        var kind = json.text("fact");
        return switch (kind) {
            case "opened" -> opened(json.in("balances"));
            case "rated" ->
                new Fact.Rated(
                        Symbol.of(json.text("symbol")),
                        json.px("markPx"),
                        json.decimal("rate"),
                        Instant.parse(json.text("due")));
            case "funded" ->
                new Fact.Funded(
                        Symbol.of(json.text("symbol")),
                        new ExecId(json.text("execId")),
                        new Money(json.decimal("paid"), json.text("asset")),
                        Instant.parse(json.text("at")));
            default -> ofAnOrder(kind, json);
        };
    }

    private static Fact opened(Fields written) {
        var balances = new TreeMap<String, BigDecimal>();
        written.node().fieldNames().forEachRemaining(asset -> balances.put(asset, written.decimal(asset)));
        return new Fact.Opened(balances);
    }

    private static Fact ofAnOrder(String kind, Fields json) {
        var orderId = new OrderId(json.text("orderId"));
        return switch (kind) {
            case "takenOver" ->
                new Fact.TakenOver(
                        orderId, Symbol.of(json.text("symbol")), Side.valueOf(json.text("side")), execution(json));
            case "placed" -> new Fact.Placed(orderId, id(json), terms(json), Instant.parse(json.text("at")));
            case "replaced" -> new Fact.Replaced(orderId, id(json), terms(json));
            case "filled" -> new Fact.Filled(orderId, execution(json));
            case "ended" ->
                new Fact.Ended(
                        orderId,
                        OrderState.valueOf(json.text("state")),
                        new Closure(Reason.valueOf(json.text("reason")), json.text("text")));
            default -> throw new IllegalArgumentException("no such fact: " + kind);
        };
    }

    private static ClOrdId id(Fields json) {
        return new ClOrdId(json.text("clOrdId"));
    }

    private static Terms terms(Fields json) {
        return new Terms(
                Symbol.of(json.text("symbol")),
                Side.valueOf(json.text("side")),
                json.qty("orderQty"),
                json.amount("px").map(Px::new),
                Tif.of(json.text("tif")),
                json.flag("postOnly"),
                json.flag("reduceOnly"));
    }

    private static Execution execution(Fields json) {
        return new Execution(
                new ExecId(json.text("execId")),
                json.qty("lastQty"),
                json.px("lastPx"),
                new Money(json.decimal("fee"), json.text("feeAsset")),
                Liquidity.valueOf(json.text("liquidity")),
                Instant.parse(json.text("at")));
    }
}
