package sluice.simulation.invariant;

import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** A rule, told of everything that happens and free to look at what concerns it; each look costs about the same. */
public interface Invariant {

    /** An event became durable; {@code state} is the fold of the journal up to and with it. */
    default void journaled(Entry entry, DeskEvent event, State state) {}

    /** The desk's process began to send a request. */
    default void leaves(HttpCall call) {}

    /** A venue took, traded, ended or changed an order. */
    default void changed(TheirOrder order, Optional<TheirFill> fill) {}

    /** A process of the desk begins to live. */
    default void started() {}

    /** The desk is about to take in what a venue told. */
    default void heard(VenueEvent event) {}

    /** The desk hands a command to a venue's writer. */
    default void sends(VenueId venue, VenueCommand command) {}

    /** The desk may read this book now, and takes it for fresh. */
    default void looked(TheirBook book) {}

    default void answered(Answer answer) {}

    /** Nothing goes wrong any more and everything has had its time: the desk and the venues are to agree. */
    default void atRest(Rest rest) {}
}
