package sluice.sim.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.market.Px;
import sluice.market.book.Level;
import sluice.sim.Exchange;
import sluice.sim.Picture;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.front.Logged;
import sluice.sim.front.Naming;

/** What truly is at a venue, decimals as plain text. */
final class TruthJson {

    private TruthJson() {}

    static ArrayNode orders(Exchange exchange, Naming names, List<String> accounts) {
        var list = JsonNodeFactory.instance.arrayNode();
        accounts.stream()
                .flatMap(account ->
                        Stream.concat(exchange.orders(account).stream(), exchange.rejected(account).stream()))
                .map(order -> order(order, names))
                .forEach(list::add);
        return list;
    }

    private static ObjectNode order(SimOrder order, Naming names) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("clOrdId", order.clientId())
                .put("orderId", names.order(order.symbol(), order.orderId()))
                .put("symbol", names.symbol(order.symbol()))
                .put("side", order.side().name());
        json.put("px", order.request().px().map(Px::plain).orElse(null));
        return json.put("orderQty", order.orderQty().plain())
                .put("cumQty", order.cumQty().plain())
                .put("state", order.state().name())
                .put("reason", reason(order))
                .put("account", order.account());
    }

    private static String reason(SimOrder order) {
        return order.progress().cause() == SimOrder.Cause.NONE
                ? ""
                : order.progress().cause().name();
    }

    static ArrayNode fills(Exchange exchange, Naming names, List<String> accounts) {
        var list = JsonNodeFactory.instance.arrayNode();
        accounts.stream()
                .flatMap(account -> exchange.fills(account).stream())
                .map(fill -> fill(fill, names))
                .forEach(list::add);
        return list;
    }

    private static ObjectNode fill(SimFill fill, Naming names) {
        var order = fill.order();
        return JsonNodeFactory.instance
                .objectNode()
                .put("execId", names.fill(fill))
                .put("orderId", names.order(order.symbol(), order.orderId()))
                .put("clOrdId", order.clientId())
                .put("symbol", names.symbol(order.symbol()))
                .put("side", order.side().name())
                .put("lastQty", fill.lastQty().plain())
                .put("lastPx", fill.lastPx().plain())
                .put("fee", fill.fee().amount().toPlainString())
                .put("feeAsset", fill.fee().asset())
                .put("liquidity", fill.liquidity().name())
                .put("at", fill.at().toString())
                .put("account", order.account());
    }

    static ArrayNode requests(List<Logged> requests) {
        var list = JsonNodeFactory.instance.arrayNode();
        requests.forEach(request -> list.addObject()
                .put("at", request.at().toString())
                .put("method", request.method())
                .put("path", request.path())
                .put("status", request.status())
                .put("clOrdId", request.clOrdId()));
        return list;
    }

    static ObjectNode book(Picture picture) {
        var json = JsonNodeFactory.instance.objectNode();
        levels(json.putArray("bids"), picture.bids());
        levels(json.putArray("asks"), picture.asks());
        return json.put("lastUpdateId", picture.lastUpdateId());
    }

    private static void levels(ArrayNode list, List<Level> levels) {
        levels.forEach(
                level -> list.addArray().add(level.px().plain()).add(level.qty().plain()));
    }

    /** What each symbol is worth, what the venue quotes around, and the best it quotes. */
    static ArrayNode prices(Exchange exchange, Naming names) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var listing : exchange.listings()) {
            var symbol = listing.symbol();
            var top = book(exchange.picture(symbol, 1));
            var json = list.addObject()
                    .put("listing", symbol)
                    .put("symbol", names.symbol(symbol))
                    .put("kind", listing.kind().name())
                    .put("efficient", exchange.efficient(symbol).plain())
                    .put("mid", exchange.mid(symbol).plain());
            json.set("bid", top.path("bids").path(0));
            json.set("ask", top.path("asks").path(0));
        }
        return list;
    }

    static ArrayNode positions(Exchange exchange, Naming names, List<String> accounts) {
        var list = JsonNodeFactory.instance.arrayNode();
        accounts.stream()
                .flatMap(account -> exchange.perpetuals().positions(account).stream())
                .forEach(position -> list.addObject()
                        .put("symbol", names.symbol(position.symbol()))
                        .put("size", position.size().toPlainString())
                        .put("entryValue", position.entryValue().toPlainString())
                        .put("realised", position.realised().toPlainString())
                        .put("leverage", position.leverage().toPlainString())
                        .put("account", position.account()));
        return list;
    }

    static ArrayNode accounts(Exchange exchange, List<String> accounts) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var account : accounts) {
            var balances = list.addObject().put("account", account).putArray("balances");
            new TreeMap<>(exchange.holdings(account))
                    .forEach((asset, holding) -> balances.addObject()
                            .put("asset", asset)
                            .put("free", holding.free().toPlainString())
                            .put("locked", holding.locked().toPlainString()));
        }
        return list;
    }
}
