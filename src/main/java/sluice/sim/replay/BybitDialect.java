package sluice.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.Listing;

/** Bybit v5: order books and trades of the public topics, whose category only the socket's address tells. */
final class BybitDialect implements Dialect {

    private static final String BOOK = "orderbook.";
    private static final String TRADES = "publicTrade.";

    private final Map<String, String> urls = new HashMap<>();

    @Override
    public void read(Frame frame, Sink sink) {
        var url = frame.url().isEmpty() ? urls.getOrDefault(frame.conn(), "") : frame.url();
        switch (frame.kind()) {
            case OPENED -> urls.put(frame.conn(), frame.url());
            case RECEIVED -> Dialect.json(frame).ifPresent(json -> pushed(json, url.contains("/linear"), sink));
            case SENT -> {}
            case REPLY -> Dialect.json(frame).ifPresent(json -> reply(json.path("result"), sink));
        }
    }

    private static void pushed(JsonNode json, boolean isLinear, Sink sink) {
        var topic = json.path("topic").asText();
        if (topic.startsWith(BOOK)) {
            var data = json.path("data");
            var depth = topic.substring(BOOK.length(), topic.indexOf('.', BOOK.length()));
            sink.quoted(new Depth(
                    symbol(data.path("s").asText(), isLinear),
                    Integer.parseInt(depth),
                    json.path("type").asText().equals("snapshot"),
                    0,
                    0,
                    Dialect.levels(data.path("b"), data.path("a"))));
        } else if (topic.startsWith(TRADES)) {
            for (var trade : json.path("data")) {
                sink.traded(new Traded(
                        symbol(trade.path("s").asText(), isLinear),
                        0,
                        trade.path("S").asText().equals("Buy") ? Side.BUY : Side.SELL,
                        Px.of(trade.path("p").asText()),
                        Qty.of(trade.path("v").asText())));
            }
        }
    }

    private static String symbol(String name, boolean isLinear) {
        return isLinear ? name + Listing.PERPETUAL : name;
    }

    private static void reply(JsonNode result, Sink sink) {
        var isLinear = result.path("category").asText().equals("linear");
        for (var one : result.path("list")) {
            var lots = one.path("lotSizeFilter");
            if (one.has("priceFilter") && lots.has(isLinear ? "qtyStep" : "basePrecision")) {
                sink.listed(new Terms(
                        symbol(one.path("symbol").asText(), isLinear),
                        one.path("baseCoin").asText(),
                        one.path("quoteCoin").asText(),
                        Grid.of(
                                one.path("priceFilter").path("tickSize").asText(),
                                lots.path(isLinear ? "qtyStep" : "basePrecision")
                                        .asText()),
                        Bounds.of(
                                lots.path("minOrderQty").asText("0"),
                                lots.path("maxOrderQty").asText("0"),
                                lots.path(isLinear ? "minNotionalValue" : "minOrderAmt")
                                        .asText("0"),
                                "0")));
            }
        }
    }
}
