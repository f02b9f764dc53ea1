package sluice.venue.binance.market.wire;

import java.nio.charset.StandardCharsets;
import sluice.market.book.DepthSink;
import sluice.market.book.LevelSink;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.text.JsonBytes;
import sluice.net.text.LevelWire;
import sluice.net.text.Slots;

/**
 * Depth frames and snapshots of Binance spot, scanned once from bytes into scaled longs, nothing allocated.
 *
 * <p>A frame is read to its end before anyone may use it, so a malformed one is used in no part. Keys may come in any
 * order and unknown ones are skipped; a key that counts must not come twice. Confined to one thread.
 */
public final class DepthWire implements DepthUpdate {

    /** What a frame is. */
    public enum Kind {
        /** A depthUpdate, now to be read from here. */
        DEPTH,
        /** Something else; no further than to see that was it read. */
        OTHER
    }

    private static final int EVENT = 1;
    private static final int SYMBOL = 1 << 1;
    private static final int FIRST = 1 << 2;
    private static final int LAST = 1 << 3;
    private static final int BIDS = 1 << 4;
    private static final int ASKS = 1 << 5;
    private static final int DATA = 1 << 6;
    private static final int UPDATE = SYMBOL | FIRST | LAST | BIDS | ASKS;
    private static final int SNAPSHOT = LAST | BIDS | ASKS;

    private final JsonBytes json = new JsonBytes();
    private final DepthSink sink = new DepthSink();
    private final LevelWire levels = new LevelWire(json, sink);
    private final Slots slots;

    private int seen;
    private boolean foreign;
    private boolean inData;
    private int bidsAt;
    private int asksAt;
    private int slot;
    private String symbol = "";
    private long first;
    private long last;

    /** Knows the symbols of these slots. */
    public DepthWire(Slots slots) {
        this.slots = slots;
    }

    /** Reads {@code {"e":"depthUpdate",...}}, raw or in a combined stream's envelope. */
    public Kind read(String frame) {
        begin();
        json.reset(frame);
        return frame();
    }

    /** Reads the bytes of a frame. */
    public Kind read(byte[] frame, int from, int to) {
        begin();
        json.reset(frame, from, to);
        return frame();
    }

    /** Reads {@code {"lastUpdateId":...,"bids":[...],"asks":[...]}} for the symbol of this slot. */
    public void readSnapshot(int ofSlot, String body) {
        begin();
        json.reset(body);
        slots.forget(ofSlot);
        choose(ofSlot);
        if (json.open('{', '}')) {
            do {
                snapshotField();
            } while (json.more('}'));
        }
        json.expectEnd();
        require(SNAPSHOT);
        keepScales();
    }

    /** The slot of the frame's symbol; {@link Slots#NONE} for a symbol that nobody asked for. */
    @Override
    public int book() {
        return slot;
    }

    /** The symbol of a frame that has no slot. */
    public String symbol() {
        return symbol;
    }

    /** {@code U}, the first update id of the event. */
    @Override
    public long first() {
        return first;
    }

    /** {@code u}, the last update id of the event; of a snapshot its {@code lastUpdateId}. */
    @Override
    public long last() {
        return last;
    }

    /** A whole book comes from REST alone, and is taken as such there. */
    @Override
    public boolean isSnapshot() {
        return false;
    }

    @Override
    public DepthSink levels() {
        return sink;
    }

    private Kind frame() {
        object(false);
        if (foreign || (seen & EVENT) == 0) {
            return Kind.OTHER;
        }
        json.expectEnd();
        require(UPDATE);
        deferred();
        keepScales();
        return Kind.DEPTH;
    }

    private void begin() {
        seen = 0;
        foreign = false;
        inData = false;
        bidsAt = 0;
        asksAt = 0;
        slot = Slots.NONE;
    }

    private void choose(int ofSlot) {
        slot = ofSlot;
        sink.begin(slots.pxScale(ofSlot), slots.qtyScale(ofSlot));
    }

    private void keepScales() {
        slots.widen(slot, sink.pxScale(), sink.qtyScale());
    }

    private void object(boolean data) {
        if (!json.open('{', '}')) {
            return;
        }
        do {
            int key = json.name();
            boolean single = json.at() - key == 2;
            boolean envelope = !data && json.is(key, "data");
            json.expect(':');
            if (single) {
                field(json.bytes()[key]);
            } else if (envelope && json.peek() == '{') {
                envelope();
            } else {
                json.skip();
            }
        } while (!foreign && json.more('}'));
    }

    /** A combined stream wraps the event: then nothing outside belongs to it. */
    private void envelope() {
        mark(DATA);
        inData = true;
        object(true);
        inData = false;
    }

    private void field(int key) {
        switch (key) {
            case 'e' -> event();
            case 's' -> instrument();
            case 'U' -> {
                mark(FIRST);
                first = json.natural();
            }
            case 'u' -> {
                mark(LAST);
                last = json.natural();
            }
            case 'b' -> bidsAt = side(BIDS, sink.bids());
            case 'a' -> asksAt = side(ASKS, sink.asks());
            default -> json.skip();
        }
    }

    private void event() {
        mark(EVENT);
        foreign = !json.is(json.name(), "depthUpdate");
    }

    private void instrument() {
        mark(SYMBOL);
        int start = json.name();
        choose(slots.find(json.bytes(), start, json.at() - 1));
        if (slot == Slots.NONE) {
            symbol = new String(json.bytes(), start, json.at() - 1 - start, StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads the levels, or answers where they are while the symbol, and so the scale, is not known. */
    private int side(int bit, LevelSink side) {
        if (json.peek() != '[' && (seen & EVENT) == 0) {
            foreign = true;
            return 0;
        }
        mark(bit);
        int start = json.at();
        if ((seen & SYMBOL) == 0) {
            json.skip();
            return start;
        }
        levels.read(side);
        return 0;
    }

    private void deferred() {
        if (bidsAt > 0) {
            json.at(bidsAt);
            levels.read(sink.bids());
        }
        if (asksAt > 0) {
            json.at(asksAt);
            levels.read(sink.asks());
        }
    }

    private void snapshotField() {
        int key = json.name();
        boolean id = json.is(key, "lastUpdateId");
        boolean bids = json.is(key, "bids");
        boolean asks = json.is(key, "asks");
        json.expect(':');
        if (id) {
            mark(LAST);
            last = json.natural();
        } else if (bids) {
            mark(BIDS);
            levels.read(sink.bids());
        } else if (asks) {
            mark(ASKS);
            levels.read(sink.asks());
        } else {
            json.skip();
        }
    }

    private void mark(int key) {
        if ((seen & key) != 0) {
            throw json.malformed("a key that comes twice");
        }
        boolean mixed = key == DATA ? seen != 0 : !inData && (seen & DATA) != 0;
        if (mixed) {
            throw json.malformed("an event inside and outside its envelope");
        }
        seen |= key;
    }

    private void require(int keys) {
        if ((seen & keys) != keys) {
            throw json.malformed("a key is missing");
        }
    }
}
