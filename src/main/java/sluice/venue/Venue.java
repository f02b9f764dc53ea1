package sluice.venue;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A trading venue as the desk sees it: commands out, events in, nothing returned.
 *
 * <p>Every answer, refusal and failure is a {@link VenueEvent}, so there is one path from a venue to the journal and
 * one place to look when an order's fate is unclear.
 */
public interface Venue extends AutoCloseable {

    /** What this venue can do and what its answers prove. A command outside it is refused before it gets here. */
    Manifest manifest();

    /**
     * The venue will not hear of us for so long, as is remembered from before; told before it is opened. Until then not
     * a byte leaves.
     */
    default void keepAway(Duration lasting) {}

    /**
     * Connects, and stays connected until closed. Safe for any thread: {@code inbox} is called from the venue's own.
     */
    void open(Consumer<VenueEvent> inbox);

    /**
     * A command that is about to be sent, or forgotten: whatever can be done of it before may be done, but nothing of
     * it leaves. Safe for any thread.
     */
    default void prepare(VenueCommand command) {}

    /** A command that was prepared will not be sent. Safe for any thread. */
    default void forget(VenueCommand command) {}

    /** Hands the command to the venue's writer and returns at once. Safe for any thread. */
    void send(VenueCommand command);

    @Override
    void close();
}
