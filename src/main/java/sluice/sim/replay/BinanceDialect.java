package sluice.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** Binance spot: depth snapshots over REST, numbered diffs and trades over streams, bare or in envelopes. */
final class BinanceDialect implements Dialect {

    private static final Pattern SNAPSHOT = Pattern.compile(".*/api/v3/depth\\?(?:.*&)?symbol=([A-Z0-9]+).*");

    @Override
    public void read(Frame frame, Sink sink) {
        Dialect.json(frame).ifPresent(json -> {
            switch (frame.kind()) {
                case REPLY -> reply(frame.url(), json, sink);
                case RECEIVED -> event(json.has("data") ? json.path("data") : json, sink);
                case OPENED, SENT -> {}
            }
        });
    }

    private static void reply(String url, JsonNode json, Sink sink) {
        json.path("symbols").forEach(symbol -> listed(symbol, sink));
        var asked = SNAPSHOT.matcher(url);
        if (asked.matches() && json.has("lastUpdateId")) {
            var last = json.path("lastUpdateId").asLong();
            var levels = Dialect.levels(json.path("bids"), json.path("asks"));
            sink.quoted(new Depth(asked.group(1), 0, true, last, last, levels));
        }
    }

    private static void event(JsonNode event, Sink sink) {
        var symbol = event.path("s").asText();
        switch (event.path("e").asText()) {
            case "depthUpdate" ->
                sink.quoted(new Depth(
                        symbol,
                        0,
                        false,
                        event.path("U").asLong(),
                        event.path("u").asLong(),
                        Dialect.levels(event.path("b"), event.path("a"))));
            case "trade" ->
                sink.traded(new Traded(
                        symbol,
                        event.path("t").asLong(),
                        event.path("m").asBoolean() ? Side.SELL : Side.BUY,
                        Px.of(event.path("p").asText()),
                        Qty.of(event.path("q").asText())));
            default -> {}
        }
    }

    private static void listed(JsonNode symbol, Sink sink) {
        var tick = "";
        var lot = "";
        var bounds = new String[] {"0", "0", "0", "0"};
        for (var filter : symbol.path("filters")) {
            switch (filter.path("filterType").asText()) {
                case "PRICE_FILTER" -> tick = filter.path("tickSize").asText();
                case "LOT_SIZE" -> {
                    lot = filter.path("stepSize").asText();
                    bounds[0] = filter.path("minQty").asText();
                    bounds[1] = filter.path("maxQty").asText();
                }
                case "NOTIONAL", "MIN_NOTIONAL" -> {
                    bounds[2] = filter.path("minNotional").asText("0");
                    bounds[3] = filter.path("maxNotional").asText("0");
                }
                default -> {}
            }
        }
        if (!tick.isEmpty() && !lot.isEmpty()) {
            sink.listed(new Terms(
                    symbol.path("symbol").asText(),
                    symbol.path("baseAsset").asText(),
                    symbol.path("quoteAsset").asText(),
                    Grid.of(tick, lot),
                    Bounds.of(bounds[0], bounds[1], bounds[2], bounds[3])));
        }
    }
}
