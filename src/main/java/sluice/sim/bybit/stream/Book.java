package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.book.Level;
import sluice.sim.Listing;
import sluice.sim.Picture;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.Json;

/**
 * One order book topic: what its subscribers have, and what makes them current.
 *
 * <p>v5/websocket/public/orderbook: a snapshot, then deltas of absolute sizes, 0 when a level is gone; each message has
 * the next {@code u}; 1 says that the service was restarted. Level 1 is snapshots only, told again after 3 seconds.
 */
final class Book {

    private static final Duration RESTATED = Duration.ofSeconds(3);

    private final Listing listing;
    private final int depth;
    private Picture told;
    private long u;
    private Instant toldAt;
    private boolean stale;

    Book(Listing listing, int depth, Picture now, Instant at) {
        this.listing = listing;
        this.depth = depth;
        this.told = now;
        this.u = Math.max(2, now.lastUpdateId());
        this.toldAt = at;
    }

    Listing listing() {
        return listing;
    }

    int depth() {
        return depth;
    }

    void changed() {
        stale = true;
    }

    /** v5/websocket/public/orderbook, "Push frequency": 10, 20, 100 and 200 ms; 100 for 200 levels. */
    boolean isDue(Instant now) {
        var millis = switch (depth) {
            case 1 -> 10;
            case 50 -> 20;
            case 200 -> 100;
            default -> 200;
        };
        return stale && !now.isBefore(toldAt.plusMillis(millis));
    }

    boolean isToBeRestated(Instant now) {
        return depth == 1 && !now.isBefore(toldAt.plus(RESTATED));
    }

    /** What a subscriber who has nothing is told. */
    ObjectNode snapshot() {
        return Wire.book(listing, told, u);
    }

    ObjectNode restated(Instant now) {
        toldAt = now;
        return snapshot();
    }

    /** Everything anew, as the first message of a service that was restarted or in the middle of the stream. */
    ObjectNode anew(Picture picture, boolean restarted, Instant now) {
        u = restarted ? 1 : u + 1;
        told = picture;
        toldAt = now;
        return snapshot();
    }

    /** What changed since it was last told; empty when nothing did. */
    Optional<ObjectNode> next(Picture picture, Instant now) {
        stale = false;
        var bids = changes(told.bids(), picture.bids());
        var asks = changes(told.asks(), picture.asks());
        if (bids.isEmpty() && asks.isEmpty()) {
            return Optional.empty();
        }
        told = picture;
        toldAt = now;
        u++;
        if (depth == 1) {
            return Optional.of(snapshot());
        }
        var json = Json.object().put("s", listing.name());
        json.set("b", bids);
        json.set("a", asks);
        return Optional.of(json.put("u", u).put("seq", picture.lastUpdateId()));
    }

    private ArrayNode changes(List<Level> before, List<Level> after) {
        var had = new HashMap<Px, Qty>();
        before.forEach(level -> had.put(level.px(), level.qty()));
        var list = Json.array();
        Set<Px> stayed = new LinkedHashSet<>();
        for (var level : after) {
            stayed.add(level.px());
            if (!level.qty().equals(had.get(level.px()))) {
                add(list, level.px(), level.qty().plain());
            }
        }
        before.stream().filter(level -> !stayed.contains(level.px())).forEach(level -> add(list, level.px(), "0"));
        return list;
    }

    private void add(ArrayNode list, Px px, String size) {
        list.addArray().add(Wire.px(listing, px)).add(size);
    }
}
