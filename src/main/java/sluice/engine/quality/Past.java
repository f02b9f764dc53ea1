package sluice.engine.quality;

import java.util.function.Consumer;
import sluice.journal.Entry;

/** The journal as it may be read beside the desk that writes it. Safe for any thread. */
public interface Past {

    /** Where nothing can be read so. */
    Past NONE = (seq, reader) -> {};

    /** Gives every durable entry after that one to the reader, in order. */
    void after(long seq, Consumer<Entry> reader);
}
