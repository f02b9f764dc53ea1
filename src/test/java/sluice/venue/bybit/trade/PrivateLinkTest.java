package sluice.venue.bybit.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

/** The private link: pinged always, given up when it is silent or cannot be read. */
class PrivateLinkTest {

    private final Conversation talk = Conversation.begun();

    @Test
    void theLinkIsPingedEvery20SecondsHoweverMuchItSays() {
        for (int second = 0; second < 60; second += 5) {
            talk.passes(Duration.ofSeconds(5));
            talk.says(Frames.positioned(Frames.position("0.5", "Buy", 0, second)));
        }

        assertThat(talk.frames()).hasSize(3).allMatch(frame -> frame.contains("\"op\":\"ping\""));
        assertThat(talk.isLinkOpen()).isTrue();
    }

    @Test
    void aLinkThatAnswersNoPingIsGivenUp() {
        talk.events();
        talk.passes(Duration.ofSeconds(46));

        assertThat(talk.events(VenueEvent.FeedChanged.class))
                .extracting(VenueEvent.FeedChanged::state)
                .startsWith(FeedState.STALE, FeedState.BACKING_OFF);
    }

    @Test
    void aLinkIsFollowedDailyAndWhatBothBringIsTakenOnce() {
        int old = talk.link();
        while (talk.link() == old) {
            talk.passes(Duration.ofSeconds(20));
            talk.says(old, "{\"op\":\"pong\"}");
        }
        talk.events();
        talk.opened();
        talk.says(Conversation.AUTHENTICATED);
        talk.says(Conversation.SUBSCRIBED);
        var moved = Frames.positioned(Frames.position("0.5", "Buy", 0, 7));
        talk.says(old, moved);
        talk.says(moved);
        talk.passes(Duration.ofSeconds(6));

        assertThat(talk.closedLinks()).containsExactly(old);
        assertThat(talk.events()).singleElement().isInstanceOf(VenueEvent.PositionsChanged.class);
    }

    @Test
    void aRefusedAuthenticationIsTriedAgainUnderAFreshClock() {
        var fresh = new Conversation();
        fresh.start();
        fresh.tellsTime();
        fresh.opened();
        assertThat(fresh.frames()).singleElement().asString().contains("\"op\":\"auth\"");
        fresh.says("{\"success\":false,\"ret_msg\":\"Params Error\",\"op\":\"auth\"}");

        assertThat(fresh.isLinkOpen()).isFalse();
        fresh.passes(Duration.ofSeconds(2));
        assertThat(fresh.asked()).contains("GET /v5/market/time");
        assertThat(fresh.events(VenueEvent.FeedChanged.class))
                .extracting(VenueEvent.FeedChanged::state)
                .doesNotContain(FeedState.LIVE);
    }

    @Test
    void aFrameThatCannotBeReadIsAGap() {
        talk.events();
        talk.says("{\"topic\":\"order\",\"data\":[{}");

        assertThat(talk.events(VenueEvent.FeedChanged.class))
                .extracting(VenueEvent.FeedChanged::state)
                .startsWith(FeedState.GAPPED);
    }
}
