package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.venue.VenueEvent;

class SessionDriverTest {

    private static final HttpCall PING = HttpCall.get("http://venue/ping", Map.of(), Duration.ofSeconds(1));

    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<VenueEvent> told = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Noting session = new Noting();
    private final SessionDriver driver = driver(session, transport);

    @AfterEach
    void nothingIsLeft() {
        transport.assertExhausted();
    }

    @Test
    void whatTheSessionAsksForIsDoneAndWhatComesOfItIsHeard() {
        session.on("start", (text, out) -> {
            out.call(7, PING);
            out.open(1, "ws://venue");
        });
        session.on("opened 1", (text, out) -> out.send(1, "hello"));
        driver.start();
        transport.takeCall().reply(200, "pong");
        var link = transport.takeLink().opens().says("welcome");
        link.drops("gone");
        assertThat(link.takeSent()).isEqualTo("hello");
        assertThat(session.heard)
                .containsExactly("start", "answered 7 200", "opened 1", "received 1 welcome", "closed 1 gone");
    }

    @Test
    void aTransportThatAnswersAtOnceIsHeardAfterwards() {
        var eager = driver(session, new Eager());
        session.on("start", (text, out) -> {
            out.call(1, PING);
            out.open(2, "ws://venue");
            session.heard.add("start ends");
        });
        eager.start();
        assertThat(session.heard).containsExactly("start", "start ends", "answered 1 200", "opened 2");
    }

    @Test
    void itIsWokenAtTheEarliestOfTheTimesAskedForAndOnce() {
        session.on("start", (text, out) -> {
            out.wakeAt(time.nanos() + 30_000_000);
            out.wakeAt(time.nanos() + 10_000_000);
            out.wakeAt(time.nanos() + 20_000_000);
        });
        driver.start();
        time.advance(Duration.ofMillis(9));
        assertThat(session.heard).containsExactly("start");
        time.advance(Duration.ofMillis(1));
        assertThat(session.heard).containsExactly("start", "woken");
        time.advance(Duration.ofSeconds(1));
        assertThat(session.heard).hasSize(2);
    }

    @Test
    void aWishForLaterSurvivesAnAlarmForSooner() {
        session.on("start", (text, out) -> out.wakeAt(time.nanos() + 10_000_000));
        session.on("woken", (text, out) -> out.wakeAt(time.nanos() + 50_000_000));
        driver.start();
        time.advance(Duration.ofMillis(59));
        assertThat(session.heard).containsExactly("start", "woken");
        time.advance(Duration.ofMillis(1));
        assertThat(session.heard).containsExactly("start", "woken", "woken");
    }

    @Test
    void aMomentThatHasPassedWakesItAtOnceButNotInside() {
        session.on("start", (text, out) -> out.wakeAt(time.nanos() - 1));
        driver.start();
        assertThat(session.heard).containsExactly("start");
        time.advance(Duration.ZERO);
        assertThat(session.heard).containsExactly("start", "woken");
    }

    @Test
    void alarmsDoNotPileUp() {
        session.on("start", (text, out) -> out.open(1, "ws://venue"));
        session.on("received", (text, out) -> out.wakeAt(time.nanos() + 1_000_000_000));
        driver.start();
        var link = transport.takeLink();
        for (int i = 0; i < 1_000; i++) {
            link.says("tick");
            time.advance(Duration.ofMillis(10));
        }
        assertThat(time.tasks()).isLessThan(3);
    }

    @Test
    void aSessionThatThrowsIsEndedAndToldOf() {
        session.on("start", (text, out) -> out.open(1, "ws://venue"));
        session.on("received", (text, out) -> {
            throw new IllegalStateException("a bug");
        });
        driver.start();
        var link = transport.takeLink().opens().says("poison").says("more");
        assertThat(failures).singleElement().hasToString("java.lang.IllegalStateException: a bug");
        assertThat(link.isClosed()).isTrue();
        assertThat(session.heard).containsExactly("start", "opened 1", "received 1 poison");
    }

    @Test
    void aFrameThatCannotBeSentClosesItsLink() {
        session.on("start", (text, out) -> out.open(1, "ws://venue"));
        session.on("opened", (text, out) -> out.send(1, "too much"));
        driver.start();
        var link = transport.takeLink();
        link.fill();
        link.opens();
        assertThat(link.isClosed()).isTrue();
    }

    @Test
    void whatAnOlderLinkStillSaysIsDropped() {
        session.on("start", (text, out) -> out.open(1, "ws://one"));
        session.on("opened", (text, out) -> out.open(1, "ws://two"));
        driver.start();
        var one = transport.takeLink().opens();
        session.forget("opened");
        var two = transport.takeLink().opens();
        one.says("stale");
        one.drops("late");
        two.says("fresh");
        assertThat(session.heard).containsExactly("start", "opened 1", "opened 1", "received 1 fresh");
    }

    @Test
    void aClosedDriverIsSilent() {
        session.on("start", (text, out) -> {
            out.open(1, "ws://venue");
            out.call(1, PING);
            out.wakeAt(time.nanos() + 1_000_000);
        });
        driver.start();
        driver.close();
        transport.takeCall().reply(200, "pong");
        var link = transport.takeLink();
        link.drops("gone");
        time.advance(Duration.ofSeconds(1));
        assertThat(link.isClosed()).isTrue();
        assertThat(session.heard).containsExactly("start");
    }

    private SessionDriver driver(Session machine, Transport way) {
        return new SessionDriver(machine, way, time, time, told::add, failures::add);
    }

    /** Answers inside the call, as no socket would. */
    private static final class Eager implements Transport {

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            outcome.accept(new HttpOutcome.Reply(200, Map.of(), "", Duration.ZERO));
        }

        @Override
        public Link open(String url, LinkListener listener) {
            listener.opened();
            return new ScriptedTransport().open(url, listener);
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("a driver leaves its transport open");
        }
    }
}
