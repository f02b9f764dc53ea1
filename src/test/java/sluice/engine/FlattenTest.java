package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.venue.VenueCommand;

class FlattenTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final Command flatten = new Command.Flatten(DeskScenario.BTC, Optional.empty(), DeskScenario.TRADER);

    @Test
    void whatWasBoughtIsSoldAtOnce() {
        desk.limit(Side.BUY, "2", "100.1");
        desk.accepts().trades("2", "100.1");
        desk.ask(flatten);
        var sent = desk.lastSent(VenueCommand.NewOrder.class).terms();

        assertThat(sent.side()).isEqualTo(Side.SELL);
        assertThat(sent.orderQty()).isEqualTo(Qty.of("2"));
        assertThat(sent.tif().rests()).isFalse();
    }

    @Test
    void whatWasSoldIsBoughtBack() {
        desk.limit(Side.SELL, "1.5", "99.9");
        desk.accepts().trades("1.5", "99.9");
        desk.ask(flatten);
        var sent = desk.lastSent(VenueCommand.NewOrder.class).terms();

        assertThat(sent.side()).isEqualTo(Side.BUY);
        assertThat(sent.orderQty()).isEqualTo(Qty.of("1.5"));
    }

    @Test
    void nothingHeldIsNothingToFlatten() {
        assertThat(((Answer.Refused) desk.ask(flatten).join()).code()).isEqualTo("NO_POSITION");
    }
}
