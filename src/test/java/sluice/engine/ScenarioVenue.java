package sluice.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.desk.Setup;
import sluice.journal.Journal;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.Stamp;
import sluice.market.consolidated.Consolidation;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.recovery.Ours;
import sluice.risk.limits.Limits;
import sluice.risk.limits.Restrictions;
import sluice.venue.FeeSchedule;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/** What the venue of a {@link DeskScenario} says of itself, and the window of its dead-man switch if it is wanted. */
record ScenarioVenue(Manifest.Amend amend, Manifest.DuplicateWindow window, Optional<Duration> deadMan) {

    Setup setup(Journal journal, Clock clock) {
        var plain = Manifests.of(DeskScenario.VENUE, false, amend, window);
        var limits = new Setup.Configured(
                Limits.simulated(),
                Map.of(),
                Restrictions.NONE,
                Ours.Orphans.CANCEL,
                deadMan.map(time -> Map.of(DeskScenario.VENUE, time)).orElse(Map.of()));
        return new Setup(
                journal,
                clock,
                List.of(deadMan.isEmpty() ? plain : Manifests.guarded(plain)),
                limits,
                Consolidation.DEFAULT,
                "abc123",
                "test");
    }

    static VenueEvent listed(Stamp at) {
        var instrument = new Instrument(
                DeskScenario.VENUE,
                DeskScenario.BTC,
                "BTCUSDT",
                Instrument.Grid.of("0.1", "0.001"),
                Instrument.Bounds.of("0.001", "1000", "5", "0"),
                BigDecimal.ONE,
                Instrument.Status.TRADING);
        var fees = new FeeSchedule(DeskScenario.BTC, new BigDecimal("0.001"), new BigDecimal("0.001"));
        return new VenueEvent.Listed(DeskScenario.VENUE, List.of(instrument), List.of(fees), at);
    }

    /** It has the order, with all that the desk knows of its fills. */
    static Lookup.Found has(Order order, OrderState state) {
        var id = DeskScenario.orderId(order);
        var fills = order.fills().executions().stream()
                .map(fill -> new VenueFill(
                        Optional.of(order.ids().clOrdId()),
                        id,
                        order.terms().symbol(),
                        order.terms().side(),
                        fill))
                .toList();
        var closure = state.isTerminal() ? Optional.of(Closure.of(Reason.REQUESTED)) : Optional.<Closure>empty();
        return new Lookup.Found(
                new VenueOrder(
                        Optional.of(order.ids().clOrdId()),
                        id,
                        order.terms(),
                        order.cumQty(),
                        order.fills().cumQuote(),
                        state,
                        closure),
                fills);
    }
}
