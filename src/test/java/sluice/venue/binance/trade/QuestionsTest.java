package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.net.limit.Recovery;
import sluice.venue.LinkHealth;
import sluice.venue.VenueEvent;

class QuestionsTest {

    private static final String TIME = "GET /api/v3/time";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Conversation talk = Conversation.begun(Recovery.USUAL.asking(SECOND));

    private void isAnsweredAfter(Duration time) {
        talk.passes(time);
        talk.answers(TIME, 200, "{\"serverTime\":" + talk.clock.now().toEpochMilli() + "}");
        talk.passes(SECOND);
    }

    private LinkHealth.Questions questions() {
        var told = talk.eventsWithMeasurements().stream()
                .filter(VenueEvent.LinkMeasured.class::isInstance)
                .map(event -> ((VenueEvent.LinkMeasured) event).health().questions())
                .toList();
        return told.get(told.size() - 1);
    }

    @Test
    void whatIsAskedAllTheWhileIsTimed() {
        talk.passes(SECOND);
        assertThat(talk.asked()).containsExactly(TIME);
        isAnsweredAfter(Duration.ofMillis(30));
        isAnsweredAfter(Duration.ofMillis(45));
        var told = questions();
        assertThat(told.since(1)).containsExactly(Duration.ofMillis(30), Duration.ofMillis(45));
        assertThat(told.since(2)).containsExactly(Duration.ofMillis(45));
        assertThat(told.since(3)).isEmpty();
    }

    private static void hears(Conversation fresh) {
        fresh.answers(TIME, 200, "{\"serverTime\":" + fresh.clock.now().toEpochMilli() + "}");
    }

    private static Optional<Duration> offset(Conversation fresh) {
        return fresh.eventsWithMeasurements().stream()
                .filter(VenueEvent.LinkMeasured.class::isInstance)
                .map(event -> ((VenueEvent.LinkMeasured) event).health().clockOffset())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** Half of a round trip of 800 ms says little of when the venue read its clock. */
    @Test
    void oneThatIsAnsweredLateIsAskedAgainAtOnceAndThenMoreSlowly() {
        var rare = Conversation.begun(Recovery.USUAL);
        rare.passes(Duration.ofHours(1));
        assertThat(rare.asked()).contains(TIME);
        for (var pause : List.of(100, 200, 400, 800, 1_600)) {
            rare.passes(Duration.ofMillis(800));
            hears(rare);
            rare.passes(Duration.ofMillis(pause - 1));
            assertThat(rare.asked()).isEmpty();
            rare.passes(Duration.ofMillis(1));
            assertThat(rare.asked()).containsExactly(TIME);
        }
        hears(rare);
        rare.passes(Duration.ofMinutes(5).minusMillis(1));
        assertThat(rare.asked()).isEmpty();
    }

    @Test
    void anOffsetThatASlowWayBackExplainsIsNoneUntilTheQuestionAfterItIsAnswered() {
        var fresh = Conversation.unbegun();
        var read = fresh.clock.now();
        fresh.passes(Duration.ofMillis(1_200));
        fresh.answers(TIME, 200, "{\"serverTime\":" + read.toEpochMilli() + "}");
        assertThat(offset(fresh)).isEmpty();
        fresh.passes(Duration.ofMillis(20));
        hears(fresh);
        assertThat(offset(fresh)).contains(Duration.ofMillis(110));
    }

    /** Where the way takes a second at most, ten seconds are the clocks. */
    @Test
    void anOffsetThatNoWayExplainsIsToldHoweverSlowItWas() {
        var fresh = Conversation.unbegun();
        var ahead = fresh.clock.now().plusSeconds(10);
        fresh.passes(Duration.ofMillis(1_200));
        fresh.answers(TIME, 200, "{\"serverTime\":" + ahead.toEpochMilli() + "}");
        assertThat(offset(fresh)).contains(Duration.ofMillis(9_400));
    }

    @Test
    void whileNothingIsKnownOneWithoutAnAnswerDoesNotKeepTheNextBack() {
        var fresh = Conversation.unbegun();
        fresh.passes(Duration.ofMillis(999));
        assertThat(fresh.asked()).containsExactly(TIME);
        fresh.passes(Duration.ofMillis(1));
        assertThat(fresh.asked()).containsExactly(TIME, TIME);
        fresh.passes(Duration.ofSeconds(2));
        assertThat(fresh.asked()).hasSize(4);
    }

    /** The second of two that wait is never sent, and so never answered. */
    @Test
    void oneThatGaveWayToAnEarlierOneKeepsNoOtherBack() {
        var fresh = Conversation.unbegun();
        fresh.passes(SECOND);
        fresh.loses(TIME, true);
        fresh.passes(Duration.ofMillis(20));
        hears(fresh);
        fresh.answers(
                "GET /api/v3/account", 400, "{\"code\":-1021,\"msg\":\"Timestamp for this request was too early\"}");
        fresh.passes(Duration.ofMillis(180));
        hears(fresh);
        fresh.passes(Duration.ofMinutes(5));
        assertThat(fresh.asked()).contains(TIME);
    }

    @Test
    void ordersThatFailInARowCloseTheVenueThoughQuestionsAreAnsweredBetweenThem() {
        for (int i = 1; i <= 5; i++) {
            talk.asks(OrderEntryTest.buy("sl-a-" + i, "0.02"));
            talk.answers("POST /api/v3/order", 503, "");
            talk.passes(SECOND);
            isAnsweredAfter(Duration.ofMillis(20));
        }
        talk.events();
        talk.asks(OrderEntryTest.buy("sl-a-6", "0.02"));
        assertThat(talk.asked()).doesNotContain("POST /api/v3/order");
    }

    @Test
    void oneThatBringsNothingHasTakenAsLongAsItWasWaitedFor() {
        talk.passes(SECOND);
        for (var again : List.of(200, 400, 1_000)) {
            talk.passes(Duration.ofMillis(700));
            talk.loses(TIME, true);
            talk.passes(Duration.ofMillis(again));
        }
        assertThat(questions().since(1)).containsExactly(Duration.ofMillis(700));
    }
}
