package sluice.sim;

import java.util.List;
import java.util.Map;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;

/**
 * Told what happened at an exchange, on its thread, after it was made durable and inside the call that caused it.
 *
 * <p>Events of one call come in the order they happened. A listener must not call back into place, cancel or reduce.
 */
public interface ExchangeListener {

    /** Levels changed or were restated; every change has one update id, from first to last. */
    default void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {}

    default void printed(Print print) {}

    default void orderChanged(OrderChange change) {}

    /** What an account now has of the assets that changed. */
    default void holdingsChanged(String account, Map<String, Holding> changed) {}

    /** An account's position in a perpetual changed, or what it was asked to be. */
    default void positionChanged(Position position) {}

    default void funded(Funding funding) {}
}
