package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

    /** Half of a round trip of two seconds says little of when the venue read its clock. */
    @Test
    void oneThatIsAnsweredLateIsSoonAskedAgain() {
        var rare = Conversation.begun(Recovery.USUAL);
        rare.passes(Duration.ofHours(1));
        assertThat(rare.asked()).contains(TIME);
        for (var pause : List.of(1, 2, 4)) {
            rare.passes(Duration.ofSeconds(2));
            rare.answers(TIME, 200, "{\"serverTime\":" + rare.clock.now().toEpochMilli() + "}");
            rare.passes(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(rare.asked()).isEmpty();
            rare.passes(Duration.ofMillis(1));
            assertThat(rare.asked()).containsExactly(TIME);
        }
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
