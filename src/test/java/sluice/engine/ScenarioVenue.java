package sluice.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Instrument;
import sluice.market.Stamp;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.FeeSchedule;
import sluice.venue.Manifest;
import sluice.venue.VenueEvent;

/** What the venue of a {@link DeskScenario} says of itself. */
final class ScenarioVenue {

    private ScenarioVenue() {}

    static Manifest manifest(Manifest.Amend amend, Manifest.DuplicateWindow window) {
        return new Manifest(
                DeskScenario.VENUE,
                new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, window),
                new Manifest.Proof(Optional.of(Duration.ofDays(90)), Duration.ofSeconds(30), "cancelled"),
                new Manifest.Orders(Set.of(Tif.Kind.values()), true, true, false, amend));
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
}
