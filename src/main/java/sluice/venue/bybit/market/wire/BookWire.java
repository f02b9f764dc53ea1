package sluice.venue.bybit.market.wire;

import java.nio.charset.StandardCharsets;
import sluice.market.book.DepthSink;
import sluice.market.book.LevelSink;
import sluice.net.text.JsonBytes;
import sluice.net.text.LevelWire;
import sluice.net.text.Slots;

/**
 * Order book frames of Bybit, scanned once from bytes into scaled longs, nothing allocated.
 *
 * <p>A frame is read to its end before anyone may use it, so a malformed one is used in no part. Keys may come in any
 * order, and do: spot writes {@code ts} before {@code type}, linear after it. Unknown keys are skipped; a key that
 * counts must not come twice. Slots are known by topic, since one symbol may be followed at several depths. Confined to
 * one thread.
 */
public final class BookWire {

    /** What a frame is. */
    public enum Kind {
        /** The whole book, now to be read from here. */
        SNAPSHOT,
        /** What changed in it. */
        DELTA,
        /** Something else; no further than to see that was it read. */
        OTHER
    }

    private static final String TOPIC_START = "orderbook.";

    private static final int TOPIC = 1;
    private static final int TYPE = 1 << 1;
    private static final int DATA = 1 << 2;
    private static final int SYMBOL = 1 << 3;
    private static final int BIDS = 1 << 4;
    private static final int ASKS = 1 << 5;
    private static final int UPDATE = 1 << 6;
    private static final int SEQUENCE = 1 << 7;
    private static final int ALL = TOPIC | TYPE | DATA | SYMBOL | BIDS | ASKS | UPDATE;

    private final JsonBytes json = new JsonBytes();
    private final DepthSink sink = new DepthSink();
    private final LevelWire levels = new LevelWire(json, sink);
    private final Slots slots;

    private int seen;
    private boolean foreign;
    private int dataAt;
    private int topicAt;
    private int topicEnd;
    private int slot;
    private Kind kind = Kind.OTHER;
    private long update;
    private long sequence;

    /** Knows the topics of these slots. */
    public BookWire(Slots slots) {
        this.slots = slots;
    }

    /** Such as {@code orderbook.50.BTCUSDT}. */
    public static String topic(int depth, String venueSymbol) {
        return TOPIC_START + depth + "." + venueSymbol;
    }

    /** Reads {@code {"topic":"orderbook.50.BTCUSDT","type":"delta","data":{...},...}}. */
    public Kind read(String frame) {
        json.reset(frame);
        return frame();
    }

    /** Reads the bytes of a frame. */
    public Kind read(byte[] frame, int from, int to) {
        json.reset(frame, from, to);
        return frame();
    }

    /** The slot of the frame's topic; {@link Slots#NONE} for one that nobody asked for. */
    public int slot() {
        return slot;
    }

    /** The topic of the frame read last. */
    public String topic() {
        return new String(json.bytes(), topicAt, topicEnd - topicAt, StandardCharsets.ISO_8859_1);
    }

    /** {@code u}, which numbers the messages of one topic. */
    public long update() {
        return update;
    }

    /** {@code seq}, which orders what the venue did over all depths and trades; 0 where it is not said. */
    public long sequence() {
        return sequence;
    }

    public DepthSink levels() {
        return sink;
    }

    private Kind frame() {
        begin();
        if (json.open('{', '}')) {
            do {
                member();
            } while (!foreign && json.more('}'));
        }
        if (foreign || (seen & TOPIC) == 0) {
            return Kind.OTHER;
        }
        json.expectEnd();
        if (dataAt > 0) {
            json.at(dataAt);
            data();
        }
        if ((seen & ALL) != ALL || kind == Kind.OTHER) {
            throw json.malformed("a key is missing, or a type that is neither snapshot nor delta");
        }
        slots.widen(slot, sink.pxScale(), sink.qtyScale());
        return kind;
    }

    private void begin() {
        seen = 0;
        foreign = false;
        dataAt = 0;
        slot = Slots.NONE;
        sequence = 0;
        kind = Kind.OTHER;
    }

    private void member() {
        int key = json.name();
        int length = json.at() - 1 - key;
        int first = json.bytes()[key];
        json.expect(':');
        if (first == 't' && length == 5 && json.startsWith(key, "topic")) {
            topicOf();
        } else if (first == 't' && length == 4 && json.startsWith(key, "type")) {
            type();
        } else if (first == 'd' && length == 4 && json.startsWith(key, "data")) {
            dataOrLater();
        } else {
            json.skip();
        }
    }

    private void topicOf() {
        mark(TOPIC);
        topicAt = json.name();
        topicEnd = json.at() - 1;
        boolean book = topicEnd - topicAt > TOPIC_START.length()
                && json.startsWith(topicAt, TOPIC_START)
                && JsonBytes.isDigit(json.bytes()[topicAt + TOPIC_START.length()]);
        foreign = !book;
        if (book) {
            slot = slots.find(json.bytes(), topicAt, topicEnd);
        }
    }

    private void type() {
        mark(TYPE);
        int start = json.name();
        if (json.is(start, "delta")) {
            kind = Kind.DELTA;
        } else if (json.is(start, "snapshot")) {
            kind = Kind.SNAPSHOT;
        }
    }

    /** Levels need the scale of their slot, so data that comes before the topic is read after all else. */
    private void dataOrLater() {
        mark(DATA);
        if ((seen & TOPIC) == 0) {
            json.peek();
            dataAt = json.at();
            json.skip();
        } else {
            data();
        }
    }

    private void data() {
        if (kind == Kind.SNAPSHOT && slot != Slots.NONE) {
            slots.forget(slot);
        }
        sink.begin(slots.pxScale(slot), slots.qtyScale(slot));
        if (!json.open('{', '}')) {
            return;
        }
        do {
            int key = json.name();
            int length = json.at() - 1 - key;
            json.expect(':');
            if (length == 1) {
                field(json.bytes()[key]);
            } else if (length == 3 && json.startsWith(key, "seq")) {
                mark(SEQUENCE);
                sequence = json.natural();
            } else {
                json.skip();
            }
        } while (json.more('}'));
    }

    private void field(int key) {
        switch (key) {
            case 's' -> symbol();
            case 'b' -> side(BIDS, sink.bids());
            case 'a' -> side(ASKS, sink.asks());
            case 'u' -> {
                mark(UPDATE);
                update = json.natural();
            }
            default -> json.skip();
        }
    }

    /** The topic ends with it. */
    private void symbol() {
        mark(SYMBOL);
        int start = json.name();
        int length = json.at() - 1 - start;
        int tail = topicEnd - length;
        boolean same = tail > topicAt && json.bytes()[tail - 1] == '.';
        for (int i = 0; same && i < length; i++) {
            same = json.bytes()[tail + i] == json.bytes()[start + i];
        }
        if (!same) {
            throw json.malformed("a symbol that is not the topic's");
        }
    }

    private void side(int bit, LevelSink side) {
        mark(bit);
        levels.read(side);
    }

    private void mark(int key) {
        if ((seen & key) != 0) {
            throw json.malformed("a key that comes twice");
        }
        seen |= key;
    }
}
