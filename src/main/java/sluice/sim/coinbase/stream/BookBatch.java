package sluice.sim.coinbase.stream;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.LevelChange;
import sluice.sim.Picture;

/**
 * What changed in one book since it was last told: every level once, as it now is. Confined to the simulator's thread.
 */
final class BookBatch {

    private static final String NEVER = "1970-01-01T00:00:00Z";

    private final Map<Side, Map<Px, Qty>> levels = new EnumMap<>(Side.class);

    void add(List<LevelChange> changes) {
        for (var change : changes) {
            levels.computeIfAbsent(change.side(), side -> new TreeMap<>()).put(change.px(), change.qty());
        }
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    /** The event that tells it; the batch then begins anew. */
    String take(String product, String eventTime) {
        var text = start("update", product);
        for (var side : Side.values()) {
            levels.getOrDefault(side, Map.of()).forEach((px, qty) -> update(text, side, eventTime, px, qty));
        }
        levels.clear();
        return end(text);
    }

    /** Snapshots are of all levels and may be megabytes long; their event times say nothing. */
    static String snapshot(String product, Picture picture) {
        var text = start("snapshot", product);
        levels(text, Side.BUY, picture.bids());
        levels(text, Side.SELL, picture.asks());
        return end(text);
    }

    private static void levels(StringBuilder text, Side side, List<Level> levels) {
        levels.forEach(level -> update(text, side, NEVER, level.px(), level.qty()));
    }

    private static StringBuilder start(String type, String product) {
        return new StringBuilder("[{\"type\":\"")
                .append(type)
                .append("\",\"product_id\":\"")
                .append(product)
                .append("\",\"updates\":[");
    }

    private static void update(StringBuilder text, Side side, String eventTime, Px px, Qty qty) {
        text.append(side == Side.BUY ? "{\"side\":\"bid\",\"event_time\":\"" : "{\"side\":\"offer\",\"event_time\":\"")
                .append(eventTime)
                .append("\",\"price_level\":\"")
                .append(px.plain())
                .append("\",\"new_quantity\":\"")
                .append(qty.plain())
                .append("\"},");
    }

    private static String end(StringBuilder text) {
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
        return text.append("]}]").toString();
    }
}
