package sluice.venue.bybit.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.venue.VenueCommand.SetDeadMan;
import sluice.venue.VenueEvent.DeadManTurned;
import sluice.venue.VenueEvent.Maintenance;
import sluice.venue.VenueEvent.MaintenanceAnnounced;

/** Disconnection protection: the window over REST, then a topic on the private stream, on every link anew. */
class DisconnectCancelTest {

    private static final String WINDOW = "POST /v5/order/disconnected-cancel-all";
    private static final String STATUS = "GET /v5/system/status";
    private static final String DONE = Frames.result("{}");

    private final Conversation talk = Conversation.begun();

    private static String answer(boolean success, String id) {
        return Frames.json("{'success':" + success + ",'ret_msg':'words','req_id':'" + id + "','op':'subscribe'}");
    }

    private Conversation armed() {
        talk.asks(new SetDeadMan(Optional.of(Duration.ofSeconds(30))));
        talk.answers(STATUS, Frames.result("{\"list\":[]}"));
        talk.answers(WINDOW, DONE);
        talk.answers(WINDOW, DONE);
        talk.says(answer(true, "dead-man-on-1"));
        return talk;
    }

    @Test
    void theWindowIsToldForEachProductAndThenTheTopicIsSubscribedTo() {
        talk.events();
        talk.asks(new SetDeadMan(Optional.of(Duration.ofSeconds(30))));
        assertThat(talk.call(WINDOW).body()).isEqualTo(Frames.json("{'product':'SPOT','timeWindow':30}"));
        talk.answers(WINDOW, DONE);
        assertThat(talk.call(WINDOW).body()).isEqualTo(Frames.json("{'product':'DERIVATIVES','timeWindow':30}"));
        assertThat(talk.frames()).isEmpty();
        talk.answers(WINDOW, DONE);

        assertThat(talk.frames()).hasSize(2);
        assertThat(talk.frames().get(0)).contains("\"op\":\"subscribe\"", "\"args\":[\"dcp.spot\",\"dcp.future\"]");
        assertThat(talk.frames().get(1)).contains("\"op\":\"ping\"");
        assertThat(talk.events(DeadManTurned.class)).isEmpty();
        talk.says(answer(true, "dead-man-on-1"));
        assertThat(talk.events(DeadManTurned.class))
                .singleElement()
                .satisfies(turned -> assertThat(turned.armed()).isTrue());
    }

    @Test
    void aNewLinkSubscribesAtOnceWithoutBeingTold() {
        armed();
        talk.hangsUp();
        talk.passes(Duration.ofSeconds(2));
        talk.opened();
        talk.says(Conversation.AUTHENTICATED);
        assertThat(String.join("", talk.frames().subList(2, talk.frames().size())))
                .doesNotContain("dcp");
        talk.says(Conversation.SUBSCRIBED);

        var frames = talk.frames();
        assertThat(frames.get(frames.size() - 2)).contains("dead-man-on-" + talk.link(), "dcp.spot");
        assertThat(frames.get(frames.size() - 1)).contains("\"op\":\"ping\"");
    }

    @Test
    void disarmedItIsUnsubscribedAndNoLinkSubscribesAgain() {
        armed();
        talk.events();
        talk.asks(new SetDeadMan(Optional.empty()));
        assertThat(talk.frames().get(talk.frames().size() - 1))
                .contains("\"op\":\"unsubscribe\"", "dcp.spot", "dcp.future");
        talk.says(answer(true, "dead-man-off-1"));
        assertThat(talk.events(DeadManTurned.class))
                .singleElement()
                .satisfies(turned -> assertThat(turned.armed()).isFalse());

        talk.hangsUp();
        talk.passes(Duration.ofSeconds(2));
        int before = talk.frames().size();
        talk.opened();
        talk.says(Conversation.AUTHENTICATED);
        talk.says(Conversation.SUBSCRIBED);
        assertThat(String.join("", talk.frames().subList(before, talk.frames().size())))
                .doesNotContain("dcp");
    }

    @Test
    void anAccountThatMayNotHaveItIsToldSo() {
        talk.events();
        talk.asks(new SetDeadMan(Optional.of(Duration.ofSeconds(30))));
        talk.answers(WINDOW, Frames.error(10005));

        assertThat(talk.events(DeadManTurned.class))
                .singleElement()
                .satisfies(turned -> assertThat(turned.text()).startsWith("the venue did not take the window"));
        assertThat(talk.frames()).isEmpty();
    }

    @Test
    void aRefusedSubscriptionIsNoProtection() {
        talk.asks(new SetDeadMan(Optional.of(Duration.ofSeconds(30))));
        talk.answers(WINDOW, DONE);
        talk.answers(WINDOW, DONE);
        talk.events();
        talk.says(answer(false, "dead-man-on-1"));

        assertThat(talk.events(DeadManTurned.class))
                .singleElement()
                .satisfies(turned -> assertThat(turned.armed()).isFalse());
        assertThat(talk.isLinkOpen()).isTrue();
    }

    @Test
    void maintenanceIsReadEveryMinute() {
        armed();
        talk.events();
        talk.passes(Duration.ofSeconds(59));
        talk.says("{\"op\":\"pong\"}");
        assertThat(talk.asked()).isEmpty();
        talk.passes(Duration.ofSeconds(2));
        var row = Frames.json("{'id':'1','title':'x','state':'STATE','begin':'1760003600000','end':'1760007200000'}");
        talk.answers(
                STATUS,
                200,
                Map.of(),
                Frames.result("{\"list\":[" + row.replace("STATE", "canceled").replace("1760003", "1760001") + ","
                        + row.replace("STATE", "scheduled") + "]}"));

        assertThat(talk.events(MaintenanceAnnounced.class))
                .singleElement()
                .satisfies(announced -> assertThat(announced.next())
                        .contains(new Maintenance(
                                Instant.ofEpochMilli(1_760_003_600_000L), Instant.ofEpochMilli(1_760_007_200_000L))));
    }
}
