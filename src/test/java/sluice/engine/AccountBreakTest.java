package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.order.position.Balance;
import sluice.risk.exposure.TradingState;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueReport;

/** What it means for trading at a venue that its account does not add up. */
class AccountBreakTest {

    private final DeskScenario desk = DeskScenario.ready();

    private void theAccountHolds(String usdt) {
        desk.pass(Duration.ofSeconds(11));
        desk.ask(new Command.Reconcile(Optional.empty(), true, DeskScenario.TRADER));
        var asked = desk.lastSent(VenueCommand.OrderMassStatusRequest.class);
        var balances = List.of(
                new Balance("USDT", new BigDecimal(usdt), BigDecimal.ZERO),
                new Balance("BTC", new BigDecimal("100"), BigDecimal.ZERO));
        var report = new VenueReport(List.of(), Map.of(), List.of(), balances, List.of(), asked.since());
        desk.hears(new VenueEvent.MassStatus(DeskScenario.VENUE, asked.requestId(), report, desk.clock.stamp()));
    }

    /** The break lets nothing but reducing orders out, and so takes nothing back of what is stricter. */
    @ParameterizedTest
    @CsvSource({"ACTIVE, REDUCING", "REDUCING, REDUCING", "HALTED, HALTED", "KILLED, KILLED"})
    void aBreakTightensAndNeverLoosens(TradingState before, TradingState after) {
        theAccountHolds("1000000");
        desk.ask(new Command.SetTrading(Scope.of(DeskScenario.VENUE), before, "as it was", DeskScenario.TRADER));
        for (var look = 0; look < 3; look++) {
            theAccountHolds("900000");
        }

        assertThat(desk.view().orders().accounts().differences()).isNotEmpty();
        assertThat(desk.view().risk().states().venues().getOrDefault(DeskScenario.VENUE, TradingState.ACTIVE))
                .isEqualTo(after);
    }
}
