package sluice.venue.coinbase.market;

import sluice.market.book.DepthSink;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.feed.book.FrameReader;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.coinbase.market.wire.ConnectionSequence;
import sluice.venue.coinbase.market.wire.DepthEvent;
import sluice.venue.coinbase.market.wire.FrameWire;

/**
 * Reads one connection of Coinbase, whose messages are numbered over everything it carries. Confined to its session.
 *
 * <p>A frame may speak of several books, and of each under a name that several products share: what it says is told of
 * every book in turn.
 */
public final class CoinbaseReader implements FrameReader, DepthUpdate {

    private final FrameWire wire;
    private final SharedBooks books;
    private final ConnectionSequence sequence = new ConnectionSequence();
    private int event;
    private int sharer;

    /** @param wire may be shared by all readers of a session, as one frame at a time is read */
    public CoinbaseReader(FrameWire wire, SharedBooks books) {
        this.wire = wire;
        this.books = books;
    }

    @Override
    public Frame read(String frame) {
        begin();
        try {
            return frame(wire.read(frame));
        } catch (MalformedFrameException e) {
            return Frame.UNREADABLE;
        }
    }

    /** Reads the bytes of a frame. */
    public Frame read(byte[] frame, int from, int to) {
        begin();
        try {
            return frame(wire.read(frame, from, to));
        } catch (MalformedFrameException e) {
            return Frame.UNREADABLE;
        }
    }

    private void begin() {
        event = 0;
        sharer = 0;
    }

    private Frame frame(FrameWire.Kind kind) {
        if (kind == FrameWire.Kind.UNSEQUENCED) {
            return Frame.OTHER;
        }
        return switch (sequence.judge(wire.sequence())) {
            case STALE -> Frame.OLD;
            case GAP -> Frame.GAP;
            case APPLY -> kind == FrameWire.Kind.DEPTH && wire.events() > 0 ? Frame.DEPTH : Frame.OTHER;
        };
    }

    @Override
    public DepthUpdate update() {
        return this;
    }

    @Override
    public boolean next() {
        if (sharer + 1 < books.sharers(slot())) {
            sharer++;
            return true;
        }
        sharer = 0;
        return ++event < wire.events();
    }

    /** The event that is told of now. */
    public DepthEvent event() {
        return wire.event(event);
    }

    private int slot() {
        return event().slot();
    }

    @Override
    public int book() {
        return event < wire.events() && slot() != Slots.NONE ? books.book(slot(), sharer) : Slots.NONE;
    }

    @Override
    public boolean isSnapshot() {
        return event().isSnapshot();
    }

    @Override
    public long first() {
        return wire.sequence();
    }

    @Override
    public long last() {
        return wire.sequence();
    }

    @Override
    public DepthSink levels() {
        return event().levels();
    }
}
