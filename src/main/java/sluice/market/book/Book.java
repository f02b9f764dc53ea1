package sluice.market.book;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * A venue's book of one symbol under a sequence lock.
 *
 * <p>One thread keeps it: it alone calls what changes the book. Any thread may read; a read copies and tries again when
 * the keeper wrote meanwhile, so the keeper never waits. A book that is crossed, broken or not yet built is absent.
 */
public final class Book implements LiveBook {

    /** How a change left the book. */
    public enum State {
        /** It can be read. */
        WHOLE,
        /** Its best bid is not below its best ask; nobody can read it. */
        CROSSED,
        /** A number outgrew the scale that the others need; nobody can read it. */
        OVERFLOWN
    }

    private static final VarHandle SEQUENCE;
    private static final VarHandle PROVEN;

    static {
        try {
            var lookup = MethodHandles.lookup();
            SEQUENCE = lookup.findVarHandle(Book.class, "sequence", long.class);
            PROVEN = lookup.findVarHandle(Book.class, "provenNanos", long.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a class knows its own fields", e);
        }
    }

    private final VenueId venue;
    private final Symbol symbol;
    private final BookSide bids = new BookSide(-1);
    private final BookSide asks = new BookSide(1);

    /** Odd while the keeper writes; half of it is the version. */
    private long sequence;

    @SuppressWarnings("UnusedVariable") // By its handle.
    private long provenNanos;

    private boolean live;
    private int pxScale;
    private int qtyScale;

    public Book(VenueId venue, Symbol symbol) {
        this.venue = venue;
        this.symbol = symbol;
    }

    /** Takes a whole new book in place of the old one, at a moment of the monotonic clock. */
    public State replace(DepthSink snapshot, long nanos) {
        beginWrite();
        pxScale = snapshot.pxScale();
        qtyScale = snapshot.qtyScale();
        bids.load(snapshot.bids());
        asks.load(snapshot.asks());
        return endWrite(nanos);
    }

    /** Applies one message to a book that is whole. */
    public State apply(DepthSink changes, long nanos) {
        beginWrite();
        if (changes.pxScale() != pxScale || changes.qtyScale() != qtyScale) {
            if (!fit(changes)) {
                return endBroken(State.OVERFLOWN);
            }
        }
        bids.apply(changes.bids());
        asks.apply(changes.asks());
        return endWrite(nanos);
    }

    /** The feed lives, though it had nothing to change. */
    public void proven(long nanos) {
        PROVEN.setOpaque(this, nanos);
    }

    /** Nobody can read the book until it is replaced. */
    public void invalidate() {
        beginWrite();
        live = false;
        bids.clear();
        asks.clear();
        SEQUENCE.setRelease(this, sequence + 1);
    }

    @Override
    public VenueId venue() {
        return venue;
    }

    @Override
    public Symbol symbol() {
        return symbol;
    }

    @Override
    public Optional<Ladder> read(int depth) {
        return copy(depth).map(copy -> copy.sorted(depth).ladder());
    }

    @Override
    public double depth(double low, double high) {
        while (true) {
            long before = (long) SEQUENCE.getAcquire(this);
            if ((before & 1) == 0) {
                double units = Math.pow(10, pxScale);
                double depth = bids.depth((long) -Math.ceil(low * units)) + asks.depth((long) Math.floor(high * units));
                double sum = live ? depth / Math.pow(10, qtyScale) : 0;
                VarHandle.acquireFence();
                if ((long) SEQUENCE.getOpaque(this) == before) {
                    return sum;
                }
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public long version() {
        return (long) SEQUENCE.getAcquire(this) >>> 1;
    }

    /** The whole book as {@link CanonicalText}; empty while it is absent. */
    public Optional<byte[]> canonicalText() {
        return copy(Integer.MAX_VALUE).map(copy -> CanonicalText.of(copy.sorted(Integer.MAX_VALUE)));
    }

    public int pxScale() {
        return pxScale;
    }

    public int qtyScale() {
        return qtyScale;
    }

    private Optional<BookCopy> copy(int depth) {
        while (true) {
            long before = (long) SEQUENCE.getAcquire(this);
            if ((before & 1) == 0) {
                var copy = live ? Optional.of(copy(depth, before >>> 1)) : Optional.<BookCopy>empty();
                VarHandle.acquireFence();
                if ((long) SEQUENCE.getOpaque(this) == before) {
                    return copy;
                }
            }
            Thread.onSpinWait();
        }
    }

    private BookCopy copy(int depth, long version) {
        return new BookCopy(
                BookCopy.Half.of(bids, -1, depth), BookCopy.Half.of(asks, 1, depth), pxScale, qtyScale, version, (long)
                        PROVEN.getOpaque(this));
    }

    /** Brings the book and the changes to the longer of their scales. */
    private boolean fit(DepthSink changes) {
        int px = Math.max(pxScale, changes.pxScale());
        int qty = Math.max(qtyScale, changes.qtyScale());
        if (!changes.widenPx(px) || !changes.widenQty(qty)) {
            return false;
        }
        if (px == pxScale && qty == qtyScale) {
            return true;
        }
        long pxFactor = Scale.power(px - pxScale);
        long qtyFactor = Scale.power(qty - qtyScale);
        pxScale = px;
        qtyScale = qty;
        return bids.rescale(pxFactor, qtyFactor) && asks.rescale(pxFactor, qtyFactor);
    }

    private void beginWrite() {
        SEQUENCE.setOpaque(this, sequence + 1);
        VarHandle.storeStoreFence();
    }

    private State endWrite(long nanos) {
        if (!bids.isEmpty() && !asks.isEmpty() && bids.bestPx() >= asks.bestPx()) {
            return endBroken(State.CROSSED);
        }
        live = true;
        PROVEN.setOpaque(this, nanos);
        SEQUENCE.setRelease(this, sequence + 1);
        return State.WHOLE;
    }

    private State endBroken(State state) {
        live = false;
        bids.clear();
        asks.clear();
        SEQUENCE.setRelease(this, sequence + 1);
        return state;
    }
}
