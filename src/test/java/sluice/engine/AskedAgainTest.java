package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.venue.FeedState;
import sluice.venue.VenueCommand.OrderMassStatusRequest;
import sluice.venue.VenueEvent;
import sluice.venue.VenueReport;

/** A venue that does not say what it knows of us is asked until it does, and takes nothing new before. */
class AskedAgainTest {

    private final DeskScenario desk = DeskScenario.ready();
    private OrderMassStatusRequest asked = desk.lastSent(OrderMassStatusRequest.class);

    @BeforeEach
    void itsStreamIsBackAfterAGap() {
        desk.privateStream(FeedState.STALE).takeSent();
        desk.connectedAnew();
        asked = desk.lastSent(OrderMassStatusRequest.class);
        desk.takeSent();
    }

    private String unready() {
        return desk.view().venues().get(DeskScenario.VENUE).unready();
    }

    private void assertItIsAskedAgain() {
        assertThat(unready()).isNotEmpty();
        assertThat(desk.lastSent(OrderMassStatusRequest.class).requestId()).isGreaterThan(asked.requestId());
        desk.reconciled();
        assertThat(unready()).isEmpty();
    }

    @Test
    void whatFailedIsAskedAgainInAMoment() {
        desk.hears(
                new VenueEvent.MassStatusFailed(DeskScenario.VENUE, asked.requestId(), "HTTP 503", desk.clock.stamp()));
        assertThat(desk.sent(OrderMassStatusRequest.class)).isEmpty();
        desk.pass(Duration.ofSeconds(2));
        assertItIsAskedAgain();
    }

    @Test
    void whatIsNotAnsweredIsAskedAgain() {
        desk.pass(Duration.ofSeconds(19));
        assertThat(desk.sent(OrderMassStatusRequest.class)).isEmpty();
        desk.pass(Duration.ofSeconds(1)).pass(Duration.ofSeconds(2));
        assertItIsAskedAgain();
    }

    @Test
    void anAnswerThatComesAfterItWasGivenUpCountsForNothing() {
        desk.pass(Duration.ofSeconds(20)).pass(Duration.ofSeconds(2));
        var late = new VenueReport(List.of(), Map.of(), List.of(), List.of(), List.of(), asked.since());
        desk.hears(new VenueEvent.MassStatus(DeskScenario.VENUE, asked.requestId(), late, desk.clock.stamp()));
        assertItIsAskedAgain();
    }

    @Test
    void aStreamThatIsGoneAgainIsNotAskedBehind() {
        desk.hears(
                new VenueEvent.MassStatusFailed(DeskScenario.VENUE, asked.requestId(), "HTTP 503", desk.clock.stamp()));
        desk.privateStream(FeedState.STALE).pass(Duration.ofSeconds(30));
        assertThat(desk.sent(OrderMassStatusRequest.class)).isEmpty();
        desk.connectedAnew();
        assertItIsAskedAgain();
    }
}
