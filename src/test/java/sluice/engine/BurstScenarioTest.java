package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.journal.MemoryJournal;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;
import sluice.venue.VenueCommand;

/** Five orders at once, and a disk that becomes full anywhere in what is written for them. */
class BurstScenarioTest {

    private final DeskScenario desk = DeskScenario.ready();

    private void burst() {
        desk.askTogether(
                IntStream.rangeClosed(1, 5).mapToObj(BurstScenarioTest::buy).toArray(Command[]::new));
    }

    private static Command buy(int number) {
        var terms = Terms.limit(DeskScenario.BTC, Side.BUY, Qty.of("1"), Px.of(Integer.toString(94 + number)), Tif.GTC);
        return new Command.Place(
                terms, Optional.empty(), Instructions.NONE, DeskScenario.TRADER, Command.Until.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 200, 500, 900, 1_500, 2_500})
    void nothingLeavesOfABurstWithoutItsIntentOnDisk(int room) {
        desk.disk.capacity(desk.disk.written() + room);
        burst();

        var intents = new ArrayList<String>();
        desk.disk.crash();
        new MemoryJournal(desk.disk).replay(0, entry -> intents.add(entry.type()));
        var durable = intents.stream().filter("order.created"::equals).count();
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSizeLessThanOrEqualTo((int) durable);
    }

    @Test
    void tradingIsHaltedAfterwardsToo() {
        desk.disk.capacity(desk.disk.written() + 60);
        burst();
        assertThat(desk.view().journalFault()).isNotEmpty();
        desk.disk.capacity(Integer.MAX_VALUE);
        desk.pass(Duration.ofSeconds(2)).pass(Duration.ofSeconds(1));
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void afterAKillEveryOrderTheVenueWasSentHasItsIntent() {
        burst();
        var venue = new HashSet<ClOrdId>();
        desk.sent(VenueCommand.NewOrder.class).forEach(sent -> venue.add(sent.clOrdId()));
        desk.crash();

        assertThat(venue).hasSize(5);
        assertThat(desk.view().orders().parents())
                .hasSize(5)
                .allMatch(ParentOrder::isInDoubt)
                .flatExtracting(ParentOrder::children)
                .extracting(child -> child.ids().clOrdId())
                .containsExactlyInAnyOrderElementsOf(venue);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
    }
}
