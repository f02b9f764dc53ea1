package sluice.venue.coinbase.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class UserChannelTest {

    private final Conversation talk = Conversation.begun();

    private List<FeedState> states() {
        return talk.events().stream()
                .filter(VenueEvent.FeedChanged.class::isInstance)
                .map(event -> ((VenueEvent.FeedChanged) event).state())
                .toList();
    }

    @Test
    void eachChannelIsSubscribedToWithATokenOfItsOwn() {
        assertThat(talk.frames()).hasSize(2);
        assertThat(talk.frames().get(0)).contains("\"channel\":\"heartbeats\"").contains("\"jwt\":\"");
        assertThat(talk.frames().get(1)).contains("\"channel\":\"user\"").contains("\"product_ids\":[\"BTC-USD\"]");
        assertThat(talk.frames().get(0).replaceAll(".*jwt", ""))
                .isNotEqualTo(talk.frames().get(1).replaceAll(".*jwt", ""));
    }

    @Test
    void aSkippedMessageOfAnyChannelIsAGap() {
        talk.skips();
        talk.beats();

        assertThat(talk.isLinkOpen()).isFalse();
        assertThat(talk.events()).first().isInstanceOfSatisfying(VenueEvent.FeedChanged.class, change -> {
            assertThat(change.state()).isEqualTo(FeedState.GAPPED);
            assertThat(change.reason()).isEqualTo(FeedReason.SEQUENCE_GAP);
        });
    }

    @Test
    void aLinkIsFollowedDailyAndEachHasASequenceOfItsOwn() {
        int old = talk.link();
        while (talk.link() == old) {
            talk.passes(Duration.ofSeconds(5));
            talk.beats(old);
        }
        talk.opened();
        talk.says("{\"channel\":\"subscriptions\",\"sequence_num\":0,\"events\":"
                + "[{\"subscriptions\":{\"heartbeats\":[\"heartbeats\"]}}]}");
        talk.says("{\"channel\":\"subscriptions\",\"sequence_num\":1,\"events\":"
                + "[{\"subscriptions\":{\"heartbeats\":[\"heartbeats\"],\"user\":[\"u\"]}}]}");
        talk.beats(old);
        talk.passes(Duration.ofSeconds(6));

        assertThat(talk.closedLinks()).containsExactly(old);
        assertThat(states()).isEmpty();
        assertThat(talk.isLinkOpen()).isTrue();
    }

    @Test
    void aMessageThatComesTwiceIsTakenOnce() {
        talk.says("{\"channel\":\"heartbeats\",\"sequence_num\":0,\"events\":[]}");

        assertThat(talk.isLinkOpen()).isTrue();
        assertThat(states()).isEmpty();
    }

    @Test
    void heartbeatsKeepTheLinkAndTheirAbsenceEndsIt() {
        for (int i = 0; i < 30; i++) {
            talk.passes(Duration.ofSeconds(1));
            talk.beats();
        }
        assertThat(states()).isEmpty();

        talk.passes(Duration.ofSeconds(11));
        assertThat(states()).startsWith(FeedState.STALE, FeedState.BACKING_OFF);
    }

    @Test
    void whatCannotBeReadEndsTheLinkButNeverTheSession() {
        for (var frame : List.of(
                "", "<html>", "{", "[]", "{\"channel\":\"user\",\"sequence_num\":2,\"events\":[{\"orders\":[{}]}]}")) {
            var one = Conversation.begun();
            one.says(frame);
            assertThat(one.isLinkOpen()).as(frame).isFalse();
            one.passes(Duration.ofSeconds(2));
            assertThat(one.isLinkOpen()).as(frame).isTrue();
        }
    }

    @Test
    void anErrorEndsTheLink() {
        talk.says("{\"type\":\"error\",\"message\":\"authentication failure\"}");

        assertThat(talk.isLinkOpen()).isFalse();
        assertThat(states()).contains(FeedState.BACKING_OFF);
    }

    @Test
    void aStreamThatKeepsQuietAboutAnOrderIsGivenUp() {
        talk.asks(new VenueCommand.NewOrder(Conversation.ID, Conversation.TERMS));
        talk.answers(Conversation.PLACE, 200, Conversation.placed());
        for (int i = 0; i < 11; i++) {
            talk.passes(Duration.ofSeconds(1));
            talk.beats();
        }
        assertThat(states()).contains(FeedState.STALE);
    }
}
