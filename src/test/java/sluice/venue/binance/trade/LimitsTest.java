package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.order.Request;
import sluice.venue.LinkHealth;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class LimitsTest {

    private static final String PLACE = "POST /api/v3/order";
    private static final String CANCEL = "DELETE /api/v3/order";
    private static final String TIME = "GET /api/v3/time";
    private static final OrderNews SENT = new OrderNews.Sent(new Request.New());
    private static final OrderNews CANCEL_SENT = new OrderNews.Sent(new Request.Cancel());

    private final Conversation talk = Conversation.begun();
    private int orders;

    private List<OrderNews> buys() {
        talk.events();
        talk.asks(OrderEntryTest.buy("sl-a-" + ++orders, "0.02"));
        return talk.news();
    }

    private List<OrderNews> cancels() {
        talk.events();
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        return talk.news();
    }

    private void venueFails(int times) {
        for (int i = 0; i < times; i++) {
            buys();
            talk.answers(PLACE, 503, "");
        }
    }

    private LinkHealth health() {
        return talk.eventsWithMeasurements().stream()
                .filter(VenueEvent.LinkMeasured.class::isInstance)
                .map(event -> ((VenueEvent.LinkMeasured) event).health())
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    @Test
    void aVenueThatFailsFiveTimesGetsNoMoreOrders() {
        venueFails(5);

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
    }

    @Test
    void aCancelGoesOutAllTheSame() {
        venueFails(5);

        assertThat(cancels()).containsExactly(CANCEL_SENT);
    }

    @Test
    void ordersGoOnOnceAProbeWasAnswered() {
        venueFails(5);
        talk.passes(Duration.ofSeconds(61));
        assertThat(talk.asked()).containsExactly(TIME);
        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);

        talk.answers(TIME, 200, "{\"serverTime\":" + talk.now().toEpochMilli() + "}");
        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void rejectionsAreAnswersAndOpenNothing() {
        for (int i = 0; i < 20; i++) {
            venueRejects("Market is closed.");
            venueRejects("Order would immediately match and take.");
        }

        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void aStormOfEqualRejectionsIsStopped() {
        for (int i = 0; i < 10; i++) {
            venueRejects("Order would immediately match and take.");
        }

        assertThat(buys())
                .singleElement()
                .isEqualTo(new OrderNews.NotSent(
                        new Request.New(),
                        "the last 10 orders were all rejected: -2010: Order would immediately match and take."));
        assertThat(cancels()).containsExactly(CANCEL_SENT);
        talk.passes(Duration.ofSeconds(10));
        assertThat(buys()).containsExactly(SENT);
    }

    private void venueRejects(String words) {
        buys();
        talk.answers(PLACE, 400, Frames.error(-2010, words));
    }

    @Test
    void noMoreOrdersLeaveThanTheAccountMayPlace() {
        for (int i = 0; i < 50; i++) {
            assertThat(buys()).containsExactly(SENT);
        }

        assertThat(buys())
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderNews.NotSent.class,
                        held -> assertThat(held.cause()).isEqualTo("orders in ten seconds is used up"));
        assertThat(cancels()).containsExactly(CANCEL_SENT);
    }

    @Test
    void theVenuesOwnCountOfOrdersIsBelieved() {
        talk.passes(Duration.ofSeconds(2));
        buys();
        talk.answers(PLACE, 200, Map.of("x-mbx-order-count-10s", "50"), Frames.order("sl-a-1", "NEW", "0.02", "0"));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).containsExactly(CANCEL_SENT);
    }

    @Test
    void tooManyOrdersIsNoReasonToHoldACancel() {
        talk.passes(Duration.ofSeconds(2));
        buys();
        talk.answers(PLACE, 429, Frames.error(-1015, "Too many new orders."));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).containsExactly(CANCEL_SENT);
    }

    @Test
    void weightThatIsUsedUpLeavesAShareToCancels() {
        talk.passes(Duration.ofSeconds(2));
        buys();
        talk.answers(PLACE, 200, Map.of("x-mbx-used-weight-1m", "5000"), Frames.order("sl-a-1", "NEW", "0.02", "0"));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).containsExactly(CANCEL_SENT);
        talk.passes(Duration.ofMinutes(1));
        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void aCancelAskedForDuringAPauseLeavesWhenItIsOver() {
        buys();
        talk.answers(PLACE, 429, Map.of("retry-after", "3"), Frames.error(-1003, "Too many requests."));

        assertThat(cancels()).isEmpty();
        talk.passes(Duration.ofSeconds(3));
        assertThat(talk.news()).containsExactly(CANCEL_SENT);
        assertThat(talk.asked()).containsExactly(CANCEL);
    }

    @Test
    void duringABanNothingLeavesAndEverybodyIsTold() {
        buys();
        talk.answers(
                PLACE, 418, Map.of("retry-after", "120"), Frames.error(-1003, "Way too much request weight used."));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(talk.asked()).isEmpty();
        talk.passes(Duration.ofSeconds(2));
        assertThat(health().bannedUntil()).contains(talk.now().plusSeconds(118));
        talk.passes(Duration.ofSeconds(119));
        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void theLinkIsMeasuredAtMostOnceASecond() {
        talk.passes(Duration.ofSeconds(5));
        talk.eventsWithMeasurements();
        for (int i = 0; i < 20; i++) {
            buys();
            talk.answers(PLACE, 200, Frames.order("sl-a-" + orders, "NEW", "0.02", "0"));
        }
        talk.passes(Duration.ofSeconds(3));

        assertThat(talk.eventsWithMeasurements())
                .filteredOn(VenueEvent.LinkMeasured.class::isInstance)
                .hasSize(1)
                .first()
                .extracting(event -> ((VenueEvent.LinkMeasured) event).health().p50())
                .isEqualTo(java.util.Optional.of(Duration.ofNanos(3_007_000)));
    }
}
