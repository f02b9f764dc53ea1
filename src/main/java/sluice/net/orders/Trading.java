package sluice.net.orders;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.gate.TimeSource;
import sluice.net.gate.VenueTime;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** What of order entry is a venue's own: how each command is carried out there. Confined to its session. */
public interface Trading {

    Parts parts();

    /** Everything that has things to do at certain times, in the order in which it does them. */
    List<Due> due();

    /** Everything that is signed and read once begins: the venue's clock is known. */
    void begin();

    void place(VenueCommand.NewOrder order);

    void cancel(VenueCommand.Ref order);

    void replace(VenueCommand.ReplaceOrder replace);

    void look(VenueCommand.Ref order, Consumer<Lookup> then);

    /** The account as a mass status reads it. */
    AccountSource account(VenueCommand.OrderMassStatusRequest request);

    /** Whether placing an order does no more than what belongs to it, so that it can be made ready and held back. */
    default boolean placesAhead() {
        return false;
    }

    /** Has the venue cancel everything after so long a silence of ours, or never; a venue without a switch cannot. */
    default void deadMan(Optional<Duration> window) {}

    /** What the venue's market data told the desk. */
    default void overheard(VenueEvent event) {}

    /** What all order entry is made of. */
    record Parts(Outlet outlet, VenueTime time, TimeSource source, Gate gate, PrivateStream<?> stream) {}
}
