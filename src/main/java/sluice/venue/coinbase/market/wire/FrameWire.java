package sluice.venue.coinbase.market.wire;

import java.util.ArrayList;
import java.util.List;
import sluice.net.text.JsonBytes;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;

/**
 * Frames of Coinbase's sockets, scanned once from bytes: of each its channel and sequence number, of level2 data the
 * levels too, as scaled longs and with nothing allocated.
 *
 * <p>A frame is read to its end before anyone may use it, so a malformed one is used in no part. Keys may come in any
 * order and unknown ones are skipped; a key that counts must not come twice. Confined to one thread.
 */
public final class FrameWire {

    /** What a frame is about. */
    public enum Kind {
        /** level2, whose frames name the channel {@code l2_data}. */
        DEPTH("l2_data"),
        HEARTBEAT("heartbeats"),
        TRADES("market_trades"),
        USER("user"),
        SUBSCRIPTIONS("subscriptions"),
        /** A channel that nobody here needs; it counts in the sequence all the same. */
        OTHER(""),
        /** An error, which is outside the sequence. */
        UNSEQUENCED("");

        private final String channel;

        Kind(String channel) {
            this.channel = channel;
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private static final int CHANNEL = 1;
    private static final int SEQUENCE = 1 << 1;
    private static final int EVENTS = 1 << 2;

    /** A number has at most so many digits. */
    private static final int DIGITS = 18;

    private final JsonBytes json = new JsonBytes();
    private final List<DepthEvent> depth = new ArrayList<>();
    private final Slots slots;
    private int seen;
    private Kind kind = Kind.OTHER;
    private long sequence;
    private int eventsAt;
    private int events;

    /** Knows the products of these slots. */
    public FrameWire(Slots slots) {
        this.slots = slots;
    }

    /** Throws {@link MalformedFrameException} for what is no frame. */
    public Kind read(String frame) {
        json.reset(frame);
        return frame();
    }

    /** Reads the bytes of a frame. */
    public Kind read(byte[] frame, int from, int to) {
        json.reset(frame, from, to);
        return frame();
    }

    /** What the frame read last is about. */
    public Kind kind() {
        return kind;
    }

    /** The frame's number on its connection, where it is not {@link Kind#UNSEQUENCED}. */
    public long sequence() {
        return sequence;
    }

    /** How many books a {@link Kind#DEPTH} frame speaks of. */
    public int events() {
        return events;
    }

    /** What it says of one of them; to be used before the next frame is read. */
    public DepthEvent event(int index) {
        return depth.get(index);
    }

    private Kind frame() {
        seen = 0;
        events = 0;
        eventsAt = 0;
        kind = Kind.OTHER;
        if (json.open('{', '}')) {
            do {
                field();
            } while (json.more('}'));
        }
        json.expectEnd();
        if ((seen & CHANNEL) == 0) {
            kind = Kind.UNSEQUENCED;
            return kind;
        }
        if ((seen & SEQUENCE) == 0 || kind == Kind.DEPTH && (seen & EVENTS) == 0) {
            throw json.malformed("a key is missing");
        }
        if (kind == Kind.DEPTH) {
            finish();
        }
        return kind;
    }

    private void finish() {
        if (eventsAt > 0) {
            json.at(eventsAt);
            readEvents();
        }
        for (int i = 0; i < events; i++) {
            depth.get(i).keepScales();
        }
    }

    private void field() {
        int key = json.name();
        boolean channel = json.is(key, "channel");
        boolean number = json.is(key, "sequence_num");
        boolean data = json.is(key, "events");
        json.expect(':');
        if (channel) {
            mark(CHANNEL);
            kind = channel(json.name());
        } else if (number) {
            mark(SEQUENCE);
            sequence = number();
        } else if (data && (seen & CHANNEL) != 0 && kind == Kind.DEPTH) {
            mark(EVENTS);
            readEvents();
        } else if (data) {
            mark(EVENTS);
            eventsAt = json.at();
            json.skip();
        } else {
            json.skip();
        }
    }

    private Kind channel(int name) {
        for (int i = 0; i < Kind.OTHER.ordinal(); i++) {
            if (json.is(name, KINDS[i].channel)) {
                return KINDS[i];
            }
        }
        return Kind.OTHER;
    }

    private void readEvents() {
        if (!json.open('[', ']')) {
            return;
        }
        do {
            if (events == depth.size()) {
                depth.add(new DepthEvent(json, slots));
            }
            depth.get(events++).read();
        } while (json.more(']'));
    }

    /** A whole number, quoted or not. */
    private long number() {
        if (json.peek() != '"') {
            return json.natural();
        }
        int start = json.name();
        int end = json.at() - 1;
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = json.bytes()[i];
            if (!JsonBytes.isDigit(digit)) {
                throw json.malformed("expected a whole number");
            }
            value = value * 10 + digit - '0';
        }
        if (end == start || end - start > DIGITS) {
            throw json.malformed("expected a whole number of at most 18 digits");
        }
        return value;
    }

    private void mark(int key) {
        if ((seen & key) != 0) {
            throw json.malformed("a key that comes twice");
        }
        seen |= key;
    }
}
