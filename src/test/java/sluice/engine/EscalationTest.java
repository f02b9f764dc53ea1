package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/** An order that all our questions have not settled is given to an operator. */
class EscalationTest {

    private static final Lookup SILENCE = new Lookup.Failed("no route to host");

    private final DeskScenario desk = DeskScenario.ready();

    private void inDoubt() {
        desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.Sent(new Request.New()));
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
    }

    private void questionsFailFor(int seconds) {
        for (var second = 0; second < seconds; second++) {
            desk.pass(Duration.ofSeconds(1)).finds(SILENCE);
        }
    }

    private String unready() {
        return desk.view().venues().get(DeskScenario.VENUE).unready();
    }

    @Test
    void nobodyIsTroubledByADoubtThatIsYoung() {
        inDoubt();
        questionsFailFor(50);

        assertThat(desk.alerts()).isEmpty();
        assertThat(unready()).isEmpty();
    }

    @Test
    void anOperatorIsToldOnceOfADoubtThatQuestionsDoNotSettle() {
        inDoubt();
        questionsFailFor(300);

        assertThat(desk.alerts()).containsOnlyOnce("UNKNOWN_OUTCOME");
        assertThat(desk.view().orders().doubts()).singleElement().matches(doubt -> doubt.escalated());
    }

    @Test
    void nothingNewGoesToTheVenueAndCancelsDo() {
        inDoubt();
        questionsFailFor(90);
        var refused = (Answer.Refused) desk.limit(Side.BUY, "1", "98").join();
        desk.takeSent();
        desk.ask(new Command.CancelAll(Optional.empty(), Optional.empty(), Optional.empty(), DeskScenario.TRADER));

        assertThat(unready()).contains("C-1");
        assertThat(refused.message()).contains("nobody knows what became of C-1");
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);
    }

    @Test
    void theVenueIsOpenAgainAsSoonAsItAnswers() {
        inDoubt();
        questionsFailFor(90);
        desk.pass(Duration.ofSeconds(10)).finds(ScenarioVenue.has(desk.lastChild(), OrderState.SUBMITTED));

        assertThat(unready()).isEmpty();
        assertThat(desk.limit(Side.BUY, "1", "98")).isNotDone();
    }

    @Test
    void aRestartForgetsNeitherTheGateNorThatItWasTold() {
        inDoubt();
        questionsFailFor(90);
        desk.crash().connected();

        assertThat(unready()).contains("C-1");
        questionsFailFor(120);
        assertThat(desk.alerts()).containsOnlyOnce("UNKNOWN_OUTCOME");
    }

    @Test
    void theStreamOpensTheVenueTooWhenItShowsTheOrder() {
        inDoubt();
        questionsFailFor(90);
        desk.venue(new OrderNews.Shown(DeskScenario.orderId(desk.lastChild())));
        questionsFailFor(20);

        assertThat(unready()).isEmpty();
    }

    @Test
    void aSecondDoubtAboutTheSameOrderIsToldAgain() {
        inDoubt();
        questionsFailFor(90);
        desk.pass(Duration.ofSeconds(10)).finds(ScenarioVenue.has(desk.lastChild(), OrderState.SUBMITTED));
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfChild(desk.lastChild().ids().childId())), DeskScenario.TRADER));
        desk.venue(new OrderNews.InDoubt(new Request.Cancel(), "connection reset"));
        questionsFailFor(90);

        assertThat(desk.alerts()).containsExactly("UNKNOWN_OUTCOME", "UNKNOWN_OUTCOME");
        assertThat(unready()).contains("C-1");
    }
}
