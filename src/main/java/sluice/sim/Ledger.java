package sluice.sim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;

/**
 * Where a world keeps what must not be lost.
 *
 * <p>A change is durable as a whole when {@link #keep} returns, or not at all. A checkpoint may be lost: then the one
 * before it holds. Confined to the simulator's thread.
 */
public interface Ledger extends AutoCloseable {

    /** The world as it was last kept; empty when there is none yet. */
    Optional<WorldState> world();

    VenueState venue(String venue);

    /** Begins a world, durably. */
    void begin(WorldState world);

    void keep(String venue, Change change);

    /** Notes the market model's state and the counters that no account has seen. */
    void checkpoint(WorldState world, Map<String, Counters> counters);

    @Override
    void close();

    /** The clock and the market model, in its own words. */
    record WorldState(long seed, Instant clock, Map<String, String> generator) {

        public WorldState {
            generator = Map.copyOf(generator);
        }
    }

    /** The last numbers given out, as far as noted: of orders the very last, of the others one from a while before. */
    record Counters(long orderId, long tradeId, long execId) {}

    /** What an account now has of an asset. */
    record Balance(String account, String asset, Holding holding) {}

    /** Everything one operation did to accounts. */
    record Change(Instant at, Counters counters, Booked booked) {}

    /** Orders, balances and positions as they stand, fills and fundings; orders and fills oldest first. */
    record Booked(
            List<SimOrder> orders,
            List<SimFill> fills,
            List<Balance> balances,
            List<Position> positions,
            List<Funding> fundings) {

        public static final Booked NOTHING = new Booked(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** All that was kept of a venue. */
    record VenueState(Counters counters, Booked booked) {

        public static final VenueState NEW = new VenueState(new Counters(0, 0, 0), Booked.NOTHING);
    }
}
