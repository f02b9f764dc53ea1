package sluice.venue.bybit.market;

import java.util.Arrays;
import sluice.market.book.DepthSink;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.feed.book.FrameReader;
import sluice.net.text.Slots;
import sluice.venue.bybit.market.wire.BookWire;
import sluice.venue.bybit.market.wire.BookWire.Kind;

/**
 * Reads the book frames of one connection; the wire is shared by all connections of a category. Confined to one thread.
 *
 * <p>Orderbook: {@code seq}, "Cross sequence. You can use this field to compare different levels orderbook data, and
 * for the smaller seq, then it means the data is generated earlier". So a snapshot that comes again, after what
 * followed it, does not take the book back; only a restart, told by {@code u} = 1, begins it anew.
 */
public final class BookReader implements FrameReader, DepthUpdate {

    private static final int RESTARTED = 1;

    private final BookWire wire;
    private int[] books;
    private long[] sequences;
    private Kind kind = Kind.OTHER;

    /** @param books by slot of the wire */
    public BookReader(BookWire wire, int[] books) {
        this.wire = wire;
        this.books = books;
        this.sequences = new long[books.length];
    }

    /** Knows one more slot. */
    void add(int book) {
        books = Arrays.copyOf(books, books.length + 1);
        books[books.length - 1] = book;
        sequences = Arrays.copyOf(sequences, books.length);
    }

    @Override
    public Frame read(String frame) {
        kind = Kind.OTHER;
        kind = wire.read(frame);
        return frame();
    }

    /** Reads the bytes of a frame. */
    public Frame read(byte[] frame, int from, int to) {
        kind = Kind.OTHER;
        kind = wire.read(frame, from, to);
        return frame();
    }

    private Frame frame() {
        if (kind == Kind.OTHER) {
            return Frame.OTHER;
        }
        return wire.slot() == Slots.NONE || isNew() ? Frame.DEPTH : Frame.OLD;
    }

    private boolean isNew() {
        int slot = wire.slot();
        boolean older = wire.sequence() < sequences[slot] && wire.update() != RESTARTED;
        if (!older) {
            sequences[slot] = wire.sequence();
        }
        return !older || kind == Kind.DELTA;
    }

    @Override
    public DepthUpdate update() {
        return this;
    }

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public int book() {
        return wire.slot() == Slots.NONE ? Slots.NONE : books[wire.slot()];
    }

    @Override
    public boolean isSnapshot() {
        return kind == Kind.SNAPSHOT || wire.update() == RESTARTED;
    }

    @Override
    public long first() {
        return wire.update();
    }

    @Override
    public long last() {
        return wire.update();
    }

    @Override
    public DepthSink levels() {
        return wire.levels();
    }
}
