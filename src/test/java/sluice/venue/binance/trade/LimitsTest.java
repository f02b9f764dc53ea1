package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    /** Time in which the venue keeps pinging on the private stream. */
    private void passes(Duration time) {
        var step = Duration.ofSeconds(20);
        var left = time;
        while (left.compareTo(step) > 0) {
            talk.passes(step);
            talk.pings();
            left = left.minus(step);
        }
        talk.passes(left);
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
        passes(Duration.ofSeconds(61));
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
        passes(Duration.ofSeconds(10));
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
        passes(Duration.ofSeconds(2));
        buys();
        talk.answers(PLACE, 200, Map.of("x-mbx-order-count-10s", "50"), Frames.order("sl-a-1", "NEW", "0.02", "0"));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).containsExactly(CANCEL_SENT);
    }

    @Test
    void tooManyOrdersIsNoReasonToHoldACancel() {
        passes(Duration.ofSeconds(2));
        buys();
        talk.answers(PLACE, 429, Frames.error(-1015, "Too many new orders."));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).containsExactly(CANCEL_SENT);
    }

    @Test
    void weightThatIsUsedUpLeavesAShareToCancels() {
        passes(Duration.ofSeconds(2));
        buys();
        talk.answers(PLACE, 200, Map.of("x-mbx-used-weight-1m", "5000"), Frames.order("sl-a-1", "NEW", "0.02", "0"));

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).containsExactly(CANCEL_SENT);
        passes(Duration.ofMinutes(1));
        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void aCancelAskedForDuringAPauseLeavesWhenItIsOver() {
        buys();
        talk.answers(PLACE, 429, Map.of("retry-after", "3"), Frames.error(-1003, "Too many requests."));

        assertThat(cancels()).isEmpty();
        passes(Duration.ofSeconds(3));
        assertThat(talk.news()).containsExactly(CANCEL_SENT);
        assertThat(talk.asked()).containsExactly(CANCEL);
    }

    @Test
    void duringABanNothingLeavesAndAfterItCancelsGoFirst() {
        buys();
        banned();

        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(cancels()).isEmpty();
        assertThat(talk.asked()).isEmpty();
        passes(Duration.ofSeconds(2));
        assertThat(health().bannedUntil()).contains(talk.now().plusSeconds(118));
        passes(Duration.ofSeconds(118));
        assertThat(talk.asked()).containsExactly(CANCEL);
        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        passes(Duration.ofSeconds(1));
        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void aCancelAskedForAgainWhileItWaitsLeavesOnce() {
        buys();
        banned();
        cancels();
        cancels();
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-2")));
        passes(Duration.ofSeconds(120));

        assertThat(talk.asked()).hasSize(2).allMatch(CANCEL::equals);
    }

    @Test
    void settingTheWallClockMakesABanNeitherShorterNorLonger() {
        buys();
        banned();
        talk.clock.jump(Duration.ofHours(1));
        assertThat(buys()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        talk.clock.jump(Duration.ofHours(-2));
        passes(Duration.ofSeconds(121));
        assertThat(buys()).containsExactly(SENT);
    }

    @Test
    void theBreakerSaysWhyItIsOpen() {
        for (int i = 0; i < 10; i++) {
            venueRejects("Order would immediately match and take.");
        }
        passes(Duration.ofSeconds(1));

        assertThat(health().breaker().cause()).contains(LinkHealth.Cause.REJECT_RATE);
        passes(Duration.ofSeconds(10));
        assertThat(health().breaker().state()).isEqualTo(LinkHealth.State.HALF_OPEN);
    }

    private void banned() {
        talk.answers(
                PLACE, 418, Map.of("retry-after", "120"), Frames.error(-1003, "Way too much request weight used."));
    }

    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aVenueThatBannedUsAndFailedIsNotAskedForItsTimeWithoutEnd() {
        for (int i = 0; i < 6; i++) {
            buys();
        }
        banned();
        for (int i = 0; i < 5; i++) {
            talk.answers(PLACE, 503, "");
        }

        passes(Duration.ofSeconds(10));
        assertThat(talk.asked()).isEmpty();
    }

    @Test
    void theLinkIsMeasuredAtMostOnceASecond() {
        passes(Duration.ofSeconds(5));
        talk.eventsWithMeasurements();
        for (int i = 0; i < 20; i++) {
            buys();
            talk.answers(PLACE, 200, Frames.order("sl-a-" + orders, "NEW", "0.02", "0"));
        }
        passes(Duration.ofSeconds(3));

        assertThat(talk.eventsWithMeasurements())
                .filteredOn(VenueEvent.LinkMeasured.class::isInstance)
                .hasSize(1)
                .first()
                .extracting(event ->
                        ((VenueEvent.LinkMeasured) event).health().roundTrips().p50())
                .isEqualTo(java.util.Optional.of(Duration.ofNanos(3_007_000)));
    }
}
