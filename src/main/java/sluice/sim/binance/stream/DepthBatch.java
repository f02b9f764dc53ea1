package sluice.sim.binance.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.LevelChange;
import sluice.sim.binance.call.Padded;
import sluice.sim.front.Json;

/**
 * The changes of one book since its last depthUpdate, the newest quantity of each price.
 *
 * <p>web-socket-streams, "Diff. Depth Stream": U is the first update id in the event and u the final one; the next
 * event's U is this one's u + 1.
 */
final class DepthBatch {

    private final TreeMap<Px, Qty> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Px, Qty> asks = new TreeMap<>();
    private long first;
    private long last;

    void add(long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        first = first == 0 ? firstUpdateId : first;
        last = lastUpdateId;
        changes.forEach(change -> (change.side() == Side.BUY ? bids : asks).put(change.px(), change.qty()));
    }

    /** The event of all changes since the last one; empty when there were none. */
    Optional<ObjectNode> take(String symbol, Instant at) {
        if (first == 0) {
            return Optional.empty();
        }
        var json = Json.object().put("e", "depthUpdate").put("E", at.toEpochMilli());
        json.put("s", symbol).put("U", first).put("u", last);
        json.set("b", levels(bids));
        json.set("a", levels(asks));
        bids.clear();
        asks.clear();
        first = 0;
        return Optional.of(json);
    }

    private static ArrayNode levels(TreeMap<Px, Qty> levels) {
        return Json.array(
                levels.entrySet(),
                level -> Json.array()
                        .add(Padded.fixed(level.getKey().value()))
                        .add(Padded.fixed(level.getValue().value())));
    }
}
