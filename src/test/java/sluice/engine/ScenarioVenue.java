package sluice.engine;

import java.math.BigDecimal;
import java.util.List;
import sluice.market.Instrument;
import sluice.market.Stamp;
import sluice.venue.FeeSchedule;
import sluice.venue.VenueEvent;

/** What the venue of a {@link DeskScenario} says of itself. */
final class ScenarioVenue {

    private ScenarioVenue() {}

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
