package sluice.net.orders;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;

/** Where a mass status reads a venue's account, each read to its last page. One for each mass status. */
public interface AccountSource {

    /** From when on fills are read. */
    Instant since();

    void openOrders(Read<List<VenueOrder>> then);

    void look(VenueCommand.Ref order, Consumer<Lookup> then);

    /** Goes on from where it stood, and brings all fills so far. */
    void fills(Read<List<VenueFill>> then);

    /** What of the same time settled funding with our positions, read with the fills; none on a spot venue. */
    default List<VenueFunding> fundings() {
        return List.of();
    }

    void balances(Read<List<Balance>> then);

    void positions(Read<List<VenuePosition>> then);

    /** Who waits for a read. */
    record Read<T>(Consumer<T> brought, Consumer<String> failed) {}
}
