package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Side;
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
        var bids = changes(told.bids(), picture.bids(), Side.BUY);
        var asks = changes(told.asks(), picture.asks(), Side.SELL);
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

    /** Both are sorted alike, the best first; a level that did not change is mostly the same object. */
    private ArrayNode changes(List<Level> before, List<Level> after, Side side) {
        var list = Json.array();
        var gone = new ArrayList<Level>();
        int had = 0;
        for (var level : after) {
            while (had < before.size() && isBetter(before.get(had), level, side)) {
                gone.add(before.get(had++));
            }
            var isThere = had < before.size() && before.get(had).px().equals(level.px());
            if (!isThere || !before.get(had).qty().equals(level.qty())) {
                add(list, level.px(), level.qty().plain());
            }
            had += isThere ? 1 : 0;
        }
        gone.addAll(before.subList(had, before.size()));
        gone.forEach(level -> add(list, level.px(), "0"));
        return list;
    }

    private static boolean isBetter(Level one, Level other, Side side) {
        return one != other && one.px().compareTo(other.px()) * side.sign() > 0;
    }

    private void add(ArrayNode list, Px px, String size) {
        list.addArray().add(Wire.px(listing, px)).add(size);
    }
}
