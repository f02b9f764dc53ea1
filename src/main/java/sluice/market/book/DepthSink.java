package sluice.market.book;

/**
 * What a decoder reads from one message about a book, before any of it is applied.
 *
 * <p>Values are longs of one price scale and one quantity scale. A decoder that meets a longer decimal widens the
 * scale, and what is already here is widened with it. Reused from message to message; confined to one thread.
 */
public final class DepthSink {

    private final LevelSink bids = new LevelSink();
    private final LevelSink asks = new LevelSink();
    private int pxScale;
    private int qtyScale;

    /** Forgets the last message; values come with these scales from now on. */
    public void begin(int newPxScale, int newQtyScale) {
        bids.clear();
        asks.clear();
        pxScale = newPxScale;
        qtyScale = newQtyScale;
    }

    public LevelSink bids() {
        return bids;
    }

    public LevelSink asks() {
        return asks;
    }

    public int pxScale() {
        return pxScale;
    }

    public int qtyScale() {
        return qtyScale;
    }

    /** False when a price here is too long for the new scale: the message cannot be used. */
    public boolean widenPx(int scale) {
        var factor = Scale.power(scale - pxScale);
        pxScale = scale;
        return bids.multiplyPxs(factor) && asks.multiplyPxs(factor);
    }

    /** False when a quantity here is too long for the new scale: the message cannot be used. */
    public boolean widenQty(int scale) {
        var factor = Scale.power(scale - qtyScale);
        qtyScale = scale;
        return bids.multiplyQtys(factor) && asks.multiplyQtys(factor);
    }
}
