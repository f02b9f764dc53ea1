package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.order.ChildId;
import sluice.order.OrderState;
import sluice.venue.VenueCommand;

class ProbeTest {

    private final DeskScenario desk = DeskScenario.ready();

    private Command probe() {
        return new Command.Probe(new OrderRef.OfParent(desk.parent().parent().id()), DeskScenario.TRADER);
    }

    @Test
    void aProbeAsksTheVenueNowAndIsAnsweredByWhatItSays() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        var answer = desk.ask(probe());
        assertThat(desk.sent(VenueCommand.OrderStatusRequest.class)).hasSize(1);
        assertThat(answer).isNotDone();
        desk.finds(ScenarioVenue.has(desk.lastChild(), OrderState.SUBMITTED));

        assertThat(((Answer.Placed) answer.join()).order().state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void aProbeThatIsNotAnsweredEndsWithItsPatience() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        var answer = desk.ask(probe());
        desk.pass(Duration.ofSeconds(6));

        assertThat(answer).isDone();
    }

    @Test
    void anOrderThatIsNotThereCannotBeProbed() {
        var unknown = new Command.Probe(new OrderRef.OfChild(new ChildId(9)), DeskScenario.TRADER);

        assertThat(((Answer.Refused) desk.ask(unknown).join()).code()).isEqualTo("UNKNOWN_ORDER");
    }
}
