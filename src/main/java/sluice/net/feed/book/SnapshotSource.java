package sluice.net.feed.book;

import sluice.market.Instrument;
import sluice.net.gate.Ask;

/** Where a book's snapshot is asked for, on a venue whose stream does not begin with one. Confined to its session. */
public interface SnapshotSource {

    Ask ask(Instrument instrument);

    /** Reads the snapshot of a book; throws {@code MalformedFrameException} for a body that is none. */
    DepthUpdate read(int book, String body);

    /** Reads a frame again that waited for the snapshot. */
    DepthUpdate again(String frame);
}
