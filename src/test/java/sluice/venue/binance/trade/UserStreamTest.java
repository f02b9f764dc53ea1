package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.order.position.Balance;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

class UserStreamTest {

    private static final String TIME = "GET /api/v3/time";

    private final Conversation talk = Conversation.begun();

    private List<FeedState> states() {
        return talk.events().stream()
                .filter(VenueEvent.FeedChanged.class::isInstance)
                .map(VenueEvent.FeedChanged.class::cast)
                .filter(change -> change.feed().equals(Feed.PRIVATE))
                .map(VenueEvent.FeedChanged::state)
                .toList();
    }

    @Test
    void nothingIsSignedBeforeTheVenuesTimeIsKnown() {
        var fresh = new Conversation();
        fresh.start();
        assertThat(fresh.asked()).containsExactly(TIME);
        assertThat(fresh.isLinkOpen()).isFalse();

        var server = fresh.now().minusSeconds(8).toEpochMilli();
        fresh.answers(TIME, 200, "{\"serverTime\":" + server + "}");
        fresh.opened();
        assertThat(fresh.frames()).singleElement().asString().contains("\"timestamp\":" + server);
        assertThat(fresh.call("GET /api/v3/account").url()).contains("timestamp=" + server);
    }

    @Test
    void theStreamIsLiveOnceSubscribed() {
        var fresh = new Conversation();
        fresh.start();
        fresh.answers(TIME, 200, "{\"serverTime\":" + fresh.now().toEpochMilli() + "}");
        fresh.opened();
        fresh.says(Conversation.SUBSCRIBED);

        assertThat(fresh.events())
                .filteredOn(VenueEvent.FeedChanged.class::isInstance)
                .extracting(event -> ((VenueEvent.FeedChanged) event).state())
                .containsExactly(FeedState.CONNECTING, FeedState.LIVE);
    }

    @Test
    void aLostLinkIsTriedAgainWithin50Milliseconds() {
        talk.hangsUp();
        assertThat(states()).containsExactly(FeedState.BACKING_OFF);
        talk.passes(Duration.ofMillis(50));

        assertThat(states()).containsExactly(FeedState.CONNECTING);
        talk.opened();
        talk.says(Conversation.SUBSCRIBED);
        assertThat(states()).containsExactly(FeedState.LIVE);
    }

    @Test
    void anOldLinkIsNotListenedTo() {
        talk.hangsUp();
        talk.events();
        talk.says(Frames.cancelled("sl-a-1", "0"));

        assertThat(talk.events()).isEmpty();
    }

    @Test
    void aSilentLinkIsAskedAndThenGivenUp() {
        talk.passes(Duration.ofSeconds(30));
        assertThat(talk.frames()).last().asString().contains("\"method\":\"ping\"");
        talk.passes(Duration.ofSeconds(20));

        assertThat(states()).startsWith(FeedState.STALE, FeedState.BACKING_OFF);
    }

    @Test
    void aLinkThatIsPingedStays() {
        for (int i = 0; i < 20; i++) {
            talk.passes(Duration.ofSeconds(20));
            talk.pings();
        }

        assertThat(states()).isEmpty();
        assertThat(talk.isLinkOpen()).isTrue();
    }

    /** Almost a day, in which the link is pinged, and its successor was just asked for. */
    private int growsOld() {
        int old = talk.link();
        while (talk.link() == old) {
            talk.passes(Duration.ofSeconds(20));
            talk.pings();
        }
        talk.events();
        return old;
    }

    @Test
    void aLinkIsFollowedBeforeADayIsOverAndNoEventFallsBetweenThem() {
        var began = talk.now();
        int old = growsOld();
        assertThat(Duration.between(began, talk.now())).isLessThan(Duration.ofHours(24));
        talk.says(old, Frames.report("sl-a-1", "NEW", "NEW", "0"));
        talk.opened();
        talk.says(old, Frames.traded("sl-a-1", "PARTIALLY_FILLED", 5, "0.01", "0.01"));
        talk.says(Conversation.SUBSCRIBED);
        talk.says(Frames.traded("sl-a-1", "PARTIALLY_FILLED", 5, "0.01", "0.01"));
        talk.says(Frames.traded("sl-a-1", "FILLED", 6, "0.01", "0.02"));
        assertThat(talk.closedLinks()).isEmpty();
        talk.passes(Duration.ofSeconds(6));
        assertThat(talk.closedLinks()).containsExactly(old);
        talk.says(old, Frames.traded("sl-a-1", "FILLED", 6, "0.01", "0.02"));

        assertThat(talk.events())
                .noneMatch(VenueEvent.FeedChanged.class::isInstance)
                .hasSize(3);
    }

    @Test
    void anOldLinkThatIsCutWhileItsSuccessorIsHeardIsNoGap() {
        int old = growsOld();
        talk.opened();
        talk.says(Conversation.SUBSCRIBED);
        talk.isCut(old);

        assertThat(states()).isEmpty();
        assertThat(talk.isLinkOpen()).isTrue();
    }

    @Test
    void anOldLinkThatIsCutBeforeItsSuccessorIsHeardIsAGapUntilThen() {
        int old = growsOld();
        talk.isCut(old);
        assertThat(states()).containsExactly(FeedState.CONNECTING);
        talk.opened();
        talk.says(Conversation.SUBSCRIBED);

        assertThat(states()).containsExactly(FeedState.LIVE);
    }

    @Test
    void aSuccessorThatIsTurnedDownIsTriedAgainBesideTheOldLink() {
        int old = growsOld();
        int first = talk.link();
        talk.opened();
        talk.says("{\"id\":\"subscribe\",\"status\":400,\"error\":{\"code\":-1000,\"msg\":\"no\"}}");
        talk.passes(Duration.ofSeconds(2));

        assertThat(talk.closedLinks()).containsExactly(first);
        assertThat(talk.link()).isGreaterThan(first);
        assertThat(states()).isEmpty();
        talk.says(old, Frames.report("sl-a-1", "NEW", "NEW", "0"));
        assertThat(talk.events()).hasSize(1);
    }

    @Test
    void aLinkThatKeepsQuietAboutOurOrderIsGivenUp() {
        talk.asks(OrderEntryTest.buy("sl-a-1", "0.02"));
        talk.answers("POST /api/v3/order", 200, Frames.order("sl-a-1", "NEW", "0.02", "0"));
        talk.passes(Duration.ofSeconds(9));
        talk.pings();
        assertThat(states()).isEmpty();
        talk.passes(Duration.ofSeconds(2));

        assertThat(states()).startsWith(FeedState.STALE);
    }

    @Test
    void aReportThatOvertookTheReplyIsEnough() {
        talk.asks(OrderEntryTest.buy("sl-a-1", "0.02"));
        talk.says(Frames.report("sl-a-1", "NEW", "NEW", "0"));
        talk.answers("POST /api/v3/order", 200, Frames.order("sl-a-1", "NEW", "0.02", "0"));
        talk.passes(Duration.ofSeconds(20));

        assertThat(states()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":1}}",
                "{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}",
                "{\"event\":{\"e\":\"executionReport\"}}",
                "not json",
            })
    void aStreamThatEndsOrCannotBeReadIsAGap(String frame) {
        talk.says(frame);

        assertThat(states()).containsExactly(FeedState.GAPPED, FeedState.BACKING_OFF);
        assertThat(talk.isLinkOpen()).isFalse();
    }

    @Test
    void aRefusedSubscriptionIsTriedAgainAndTheClockTakenAnew() {
        talk.hangsUp();
        talk.passes(Duration.ofMillis(50));
        talk.opened();
        talk.says("{\"id\":\"subscribe\",\"status\":400,\"error\":{\"code\":-1021,\"msg\":\"late\"}}");

        assertThat(states()).containsExactly(FeedState.BACKING_OFF, FeedState.CONNECTING, FeedState.BACKING_OFF);
        assertThat(talk.asked()).containsExactly(TIME);
    }

    @Test
    void afterASleepTheStreamIsNotTrusted() {
        talk.clock.jump(Duration.ofMinutes(20));
        talk.pings();

        assertThat(states()).startsWith(FeedState.STALE);
        assertThat(talk.asked()).contains(TIME);
        assertThat(timestampOfAnOrder()).isEqualTo(talk.now().toEpochMilli());
    }

    @Test
    void aWallClockSetBackAnHourTakesTheTimeAndTheStreamAnew() {
        talk.clock.jump(Duration.ofHours(-1));
        talk.pings();

        assertThat(states()).startsWith(FeedState.STALE);
        assertThat(talk.asked()).containsExactly(TIME);
        assertThat(timestampOfAnOrder())
                .isEqualTo(talk.now().plus(Duration.ofHours(1)).toEpochMilli());
    }

    private long timestampOfAnOrder() {
        talk.asks(OrderEntryTest.buy("sl-a-1", "0.02"));
        var body = talk.call("POST /api/v3/order").body();
        return Long.parseLong(body.replaceFirst(".*&timestamp=([0-9]+)&.*", "$1"));
    }

    @Test
    void changedBalancesAreTold() {
        talk.says("{\"event\":{\"e\":\"outboundAccountPosition\",\"E\":1,\"u\":1,"
                + "\"B\":[{\"a\":\"BTC\",\"f\":\"0.1\",\"l\":\"0\"}]}}");

        assertThat(talk.events())
                .singleElement()
                .isEqualTo(new VenueEvent.BalancesChanged(
                        new sluice.market.VenueId("binance"),
                        List.of(new Balance("BTC", new BigDecimal("0.1"), BigDecimal.ZERO)),
                        talk.clock.stamp()));
    }

    @Test
    void secretsAreInNoEvent() {
        var fresh = new Conversation();
        fresh.start();
        fresh.loses(TIME, true);
        fresh.passes(Duration.ofSeconds(5));
        fresh.answers(TIME, 200, "{\"serverTime\":1}");
        fresh.loses("GET /api/v3/account", true);
        fresh.asks(OrderEntryTest.buy("sl-a-1", "0.02"));
        fresh.loses("POST /api/v3/order", true);
        fresh.opened();
        fresh.says("{\"id\":\"subscribe\",\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}");

        assertThat(fresh.events().toString()).doesNotContain("the-key", "the-secret", "signature");
    }
}
