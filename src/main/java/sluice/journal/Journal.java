package sluice.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The append-only record of everything the desk did and learned.
 *
 * <p>Confined to the desk thread, but for {@link #close}.
 */
public interface Journal extends AutoCloseable {

    /** The last committed event; sequence 0 for an empty journal. */
    Head head();

    /**
     * Appends the batch whole or not at all, and returns once it would survive a power cut. Sequence numbers continue
     * from the head. Throws {@link UnableToAppendException} when it could not; then nothing of the batch is kept.
     */
    void append(List<Entry> batch);

    /** Every entry after {@code seq}, in order. */
    default void replay(long seq, Consumer<Entry> reader) {
        replay(seq, Function.identity(), reader);
    }

    /** What the decoder makes of every entry after {@code seq}, in order; one other thread may do the decoding. */
    <T> void replay(long seq, Function<Entry, T> decoder, Consumer<T> reader);

    /** Every entry that refers to the parent, so its children's too, in order. */
    List<Entry> about(long parent);

    /** The newest checkpoint that this version can read. */
    Optional<Checkpoint> checkpoint();

    /**
     * Keeps a checkpoint; losing it costs time, never truth. Throws {@link UnableToAppendException} when it could not;
     * the journal is as it was.
     */
    void save(Checkpoint checkpoint);

    /** What waited for the last append has been let out: time for what that one can do without. */
    default void released() {}

    /** Nothing waits: time for upkeep that a commit would have to do else. Throws as {@link #save} does. */
    void idle();

    @Override
    void close();
}
