package sluice.venue.coinbase.market.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import sluice.market.book.DepthSink;
import sluice.market.book.LevelSink;
import sluice.net.text.JsonBytes;
import sluice.net.text.LevelWire;
import sluice.net.text.Slots;

/**
 * One event of a level2 frame: {@code {"type":"update","product_id":"BTC-USD","updates":[...]}}. Reused from frame to
 * frame; confined to one thread.
 *
 * <p>A level is an object of some 130 bytes of which twenty count; as the venue writes it, it is taken in three
 * comparisons, and in any other form key by key.
 */
public final class DepthEvent {

    private static final byte[] BID = ascii("{\"side\":\"bid\",\"event_time\":\"");
    private static final byte[] OFFER = ascii("{\"side\":\"offer\",\"event_time\":\"");
    private static final byte[] PRICE = ascii("\",\"price_level\":");
    private static final byte[] QUANTITY = ascii(",\"new_quantity\":");

    private static final int TYPE = 1;
    private static final int PRODUCT = 1 << 1;
    private static final int UPDATES = 1 << 2;
    private static final int ALL = TYPE | PRODUCT | UPDATES;
    private static final int SIDE = 1;
    private static final int PX = 1 << 1;
    private static final int QTY = 1 << 2;

    private final JsonBytes json;
    private final Slots slots;
    private final DepthSink sink = new DepthSink();
    private final LevelWire levels;
    private int seen;
    private boolean snapshot;
    private int slot;
    private int productAt;
    private int productEnd;
    private int updatesAt;
    private boolean bid;
    private long px;
    private long qty;

    DepthEvent(JsonBytes json, Slots slots) {
        this.json = json;
        this.slots = slots;
        levels = new LevelWire(json, sink);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether it is the whole book, and not changes to it. */
    public boolean isSnapshot() {
        return snapshot;
    }

    /** The slot of its product; {@link Slots#NONE} for one that nobody asked for, whose levels are not read. */
    public int slot() {
        return slot;
    }

    public String product() {
        return new String(json.bytes(), productAt, productEnd - productAt, StandardCharsets.ISO_8859_1);
    }

    public DepthSink levels() {
        return sink;
    }

    /** Consumes the event. */
    void read() {
        seen = 0;
        updatesAt = 0;
        slot = Slots.NONE;
        if (json.open('{', '}')) {
            do {
                field();
            } while (json.more('}'));
        }
        if (seen != ALL) {
            throw json.malformed("a key is missing");
        }
        if (updatesAt > 0 && slot != Slots.NONE) {
            int end = json.at();
            json.at(updatesAt);
            updates();
            json.at(end);
        }
    }

    /** Longer decimals than so far are expected from now on. */
    void keepScales() {
        slots.widen(slot, sink.pxScale(), sink.qtyScale());
    }

    private void field() {
        int key = json.name();
        boolean type = json.is(key, "type");
        boolean product = json.is(key, "product_id");
        boolean data = json.is(key, "updates");
        json.expect(':');
        if (type) {
            mark(TYPE);
            type(json.name());
        } else if (product) {
            mark(PRODUCT);
            choose(json.name());
        } else if (data && slot != Slots.NONE) {
            mark(UPDATES);
            updates();
        } else if (data) {
            mark(UPDATES);
            updatesAt = json.at();
            json.skip();
        } else {
            json.skip();
        }
    }

    private void type(int name) {
        snapshot = json.is(name, "snapshot");
        if (!snapshot && !json.is(name, "update")) {
            throw json.malformed("an event of level2 that is neither snapshot nor update");
        }
    }

    /** A snapshot begins with the grid's scales again: one odd number must not count for ever. */
    private void choose(int name) {
        productAt = name;
        productEnd = json.at() - 1;
        slot = slots.find(json.bytes(), productAt, productEnd);
        if (slot != Slots.NONE && snapshot && (seen & TYPE) != 0) {
            slots.forget(slot);
        }
        sink.begin(slots.pxScale(slot), slots.qtyScale(slot));
    }

    private void updates() {
        if (!json.open('[', ']')) {
            return;
        }
        do {
            int start = json.at();
            if (!isUsual(start)) {
                json.at(start);
                unusual();
            }
            side().add(px, qty);
        } while (json.more(']'));
    }

    private LevelSink side() {
        return bid ? sink.bids() : sink.asks();
    }

    /** Takes a level as the venue writes it; when it is not, nothing is taken. */
    private boolean isUsual(int start) {
        bid = isAt(start, BID);
        if (!bid && !isAt(start, OFFER)) {
            return false;
        }
        var bytes = json.bytes();
        int i = start + (bid ? BID.length : OFFER.length);
        while (bytes[i] >= '+' && bytes[i] <= 'Z') {
            i++;
        }
        if (!isAt(i, PRICE) || bytes[i + PRICE.length] != '"') {
            return false;
        }
        json.at(i + PRICE.length);
        px = levels.px();
        if (!isAt(json.at(), QUANTITY) || bytes[json.at() + QUANTITY.length] != '"') {
            return false;
        }
        json.at(json.at() + QUANTITY.length);
        qty = levels.qty();
        if (bytes[json.at()] != '}') {
            return false;
        }
        json.at(json.at() + 1);
        return true;
    }

    private boolean isAt(int from, byte[] text) {
        int end = from + text.length;
        return end < json.bytes().length && Arrays.equals(json.bytes(), from, end, text, 0, text.length);
    }

    private void unusual() {
        int found = 0;
        if (json.open('{', '}')) {
            do {
                int key = levelField();
                if ((found & key) != 0) {
                    throw json.malformed("a key that comes twice");
                }
                found |= key;
            } while (json.more('}'));
        }
        if (found != (SIDE | PX | QTY)) {
            throw json.malformed("a key is missing");
        }
    }

    private int levelField() {
        int key = json.name();
        boolean side = json.is(key, "side");
        boolean price = json.is(key, "price_level");
        boolean quantity = json.is(key, "new_quantity");
        json.expect(':');
        if (side) {
            side(json.name());
            return SIDE;
        }
        if (price) {
            px = levels.px();
            return PX;
        }
        if (quantity) {
            qty = levels.qty();
            return QTY;
        }
        json.skip();
        return 0;
    }

    private void side(int name) {
        bid = json.is(name, "bid");
        if (!bid && !json.is(name, "offer")) {
            throw json.malformed("a side that is neither bid nor offer");
        }
    }

    private void mark(int key) {
        if ((seen & key) != 0) {
            throw json.malformed("a key that comes twice");
        }
        seen |= key;
    }
}
