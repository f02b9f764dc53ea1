package sluice.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.LevelChange;
import sluice.sim.front.Json;

/** How one venue's frames are understood; what is none of a market's is passed over. Confined to one reading. */
interface Dialect {

    Map<String, Supplier<Dialect>> ALL =
            Map.of("binance", BinanceDialect::new, "bybit", BybitDialect::new, "coinbase", CoinbaseDialect::new);

    void read(Frame frame, Sink sink);

    static Optional<Dialect> of(String venue) {
        return Optional.ofNullable(ALL.get(venue)).map(Supplier::get);
    }

    /** The frame's JSON object; empty when it is none. */
    static Optional<JsonNode> json(Frame frame) {
        return frame.data().startsWith("{") ? Json.read(frame.data()) : Optional.empty();
    }

    /** Adds levels written as pairs of price and quantity. */
    static List<LevelChange> levels(JsonNode bids, JsonNode asks) {
        var levels = new ArrayList<LevelChange>(bids.size() + asks.size());
        bids.forEach(level -> levels.add(level(Side.BUY, level)));
        asks.forEach(level -> levels.add(level(Side.SELL, level)));
        return levels;
    }

    private static LevelChange level(Side side, JsonNode level) {
        return new LevelChange(
                side, Px.of(level.path(0).asText()), Qty.of(level.path(1).asText()));
    }
}
