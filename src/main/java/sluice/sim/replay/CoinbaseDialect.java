package sluice.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.LevelChange;

/** Coinbase Advanced Trade: books and trades of the market channels, products over REST. */
final class CoinbaseDialect implements Dialect {

    @Override
    public void read(Frame frame, Sink sink) {
        if (frame.kind() == Frame.Kind.SENT) {
            return;
        }
        Dialect.json(frame).ifPresent(json -> {
            json.path("products").forEach(product -> listed(product, sink));
            for (var event : json.path("events")) {
                switch (json.path("channel").asText()) {
                    case "l2_data" -> book(event, sink);
                    case "market_trades" -> trades(event, sink);
                    default -> {}
                }
            }
        });
    }

    private static void book(JsonNode event, Sink sink) {
        var levels = new ArrayList<LevelChange>(event.path("updates").size());
        for (var update : event.path("updates")) {
            levels.add(new LevelChange(
                    update.path("side").asText().equals("bid") ? Side.BUY : Side.SELL,
                    Px.of(update.path("price_level").asText()),
                    Qty.of(update.path("new_quantity").asText())));
        }
        var isSnapshot = event.path("type").asText().equals("snapshot");
        sink.quoted(new Depth(event.path("product_id").asText(), 0, isSnapshot, 0, 0, levels));
    }

    /** Those of before the recording are left there. The side told is the maker's. The newest come first. */
    private static void trades(JsonNode event, Sink sink) {
        var trades = event.path("trades");
        for (int i = event.path("type").asText().equals("update") ? trades.size() - 1 : -1; i >= 0; i--) {
            var trade = trades.path(i);
            sink.traded(new Traded(
                    trade.path("product_id").asText(),
                    trade.path("trade_id").asLong(),
                    trade.path("side").asText().equals("BUY") ? Side.SELL : Side.BUY,
                    Px.of(trade.path("price").asText()),
                    Qty.of(trade.path("size").asText())));
        }
    }

    private static void listed(JsonNode product, Sink sink) {
        if (product.has("price_increment")
                && product.path("product_type").asText().equals("SPOT")) {
            sink.listed(new Terms(
                    product.path("product_id").asText(),
                    product.path("base_currency_id").asText(),
                    product.path("quote_currency_id").asText(),
                    Grid.of(
                            product.path("price_increment").asText(),
                            product.path("base_increment").asText()),
                    Bounds.of(
                            product.path("base_min_size").asText(),
                            product.path("base_max_size").asText(),
                            product.path("quote_min_size").asText(),
                            product.path("quote_max_size").asText())));
        }
    }
}
