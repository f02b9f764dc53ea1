package sluice.net;

import sluice.venue.BadFrame;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * One conversation with a venue as a machine without I/O: something happened, now do this.
 *
 * <p>Confined to its driver, which calls it for one thing at a time, on sockets as in simulation. Numbers for calls and
 * links are the session's own to give.
 */
public interface Session {

    /** Begins; called once. */
    void start(Out out);

    /** The desk asks for something. */
    void command(VenueCommand command, Out out);

    /**
     * A command that the desk is about to give, or to call off: does no more than what belongs to it, so that all of
     * that can be held back. False where the session knows no such half measure; it then gets the command itself later.
     */
    default boolean ahead(VenueCommand command, Out out) {
        return false;
    }

    /** The venue's other session told the desk something that concerns this one too. */
    default void overheard(VenueEvent event, Out out) {}

    /** A call came to its end. */
    void answered(long call, HttpOutcome outcome, Out out);

    void opened(int link, Out out);

    void received(int link, String text, Out out);

    void pinged(int link, Out out);

    /** A frame came that was too bad to be read at all; the link closes for it, which is said separately. */
    default void unread(int link, BadFrame kind, Out out) {}

    void closed(int link, String reason, Out out);

    /** The moment asked for by {@link Out#wakeAt} has come; may also come early. */
    void woken(Out out);

    /** What a session can have done for it. Valid only during the call it is passed to. */
    interface Out {

        void call(long call, HttpCall request);

        void open(int link, String url);

        /** Queues a frame; a failure shows as the link closing. */
        void send(int link, String text);

        void close(int link);

        /** Asks to be woken at this monotonic time; the earliest of those asked for counts. */
        void wakeAt(long nanos);

        /** Tells the desk. */
        void emit(VenueEvent event);
    }
}
