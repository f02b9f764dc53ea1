package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Push;

/** Connections to the market streams: control frames, limits, pings and ends. */
class MarketSocketTest {

    private final SimBinance venue = new SimBinance();

    @Test
    void streamsAreSubscribedListedAndLeft() {
        venue.connect(1, "/ws");
        venue.type(1, "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"btcusdt@depth\"],\"id\":1}");
        assertThat(venue.frames(1).get(0)).isEqualTo(SimBinance.json("{\"result\":null,\"id\":1}"));
        venue.type(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":\"l\"}");
        assertThat(venue.frames(1).get(0).path("result")).hasSize(2);
        venue.type(1, "{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@depth\"],\"id\":null}");
        assertThat(venue.frames(1).get(0).path("id").isNull()).isTrue();
        venue.after(3_000);
        assertThat(venue.frames(1)).allMatch(frame -> frame.path("e").asText().equals("trade"));
    }

    @Test
    void framesAreWrappedWhereStreamsAreCombined() {
        venue.connect(1, "/stream?streams=btcusdt@depth@100ms/ethusdt@depth@100ms");
        venue.connect(2, "/ws/btcusdt@depth@100ms/ethusdt@depth@100ms");
        venue.after(1_000);
        assertThat(venue.frames(1)).isNotEmpty().allMatch(frame -> frame.has("stream") && frame.has("data"));
        assertThat(venue.frames(2)).isNotEmpty().allMatch(frame -> frame.has("e"));
    }

    @Test
    void wrappingIsAPropertyThatCanBeChanged() {
        venue.connect(1, "/ws/btcusdt@depth@100ms");
        venue.type(1, "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":1}");
        venue.type(1, "{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}");
        assertThat(venue.frames(1).get(1).path("result").asBoolean()).isTrue();
        venue.after(500);
        assertThat(venue.frames(1)).isNotEmpty().allMatch(frame -> frame.has("stream"));
    }

    @Test
    void aNumberedPathNamesNoStream() {
        venue.connect(1, "/ws/3");
        venue.type(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
        assertThat(venue.frames(1).get(0).path("result")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | nonsense
            2 | {"params":["btcusdt@trade"],"id":1}
            2 | {"method":"GUESS","id":1}
            2 | {"method":"SUBSCRIBE","params":[7],"id":1}
            0 | {"method":"SET_PROPERTY","params":["colour",true],"id":1}
            1 | {"method":"SET_PROPERTY","params":["combined","yes"],"id":1}
            """)
    void whatIsNoControlFrameIsRefused(int code, String frame) {
        venue.connect(1, "/ws");
        venue.type(1, frame);
        assertThat(venue.frames(1).get(0).path("code").asInt(-1)).isEqualTo(code);
    }

    @Test
    void aStreamNobodyHasIsAcceptedAndSilent() {
        venue.connect(1, "/ws");
        venue.type(1, "{\"method\":\"SUBSCRIBE\",\"params\":[\"dogeeur@trade\",\"btcusdt@mood\"],\"id\":1}");
        venue.after(1_000);
        assertThat(venue.frames(1)).hasSize(1);
    }

    @Test
    void fiveMessagesASecondAreEnough() {
        venue.connect(1, "/ws");
        for (int i = 0; i < 5; i++) {
            venue.type(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
        }
        venue.after(1_000);
        assertThat(venue.frames(1)).hasSize(5);
        venue.front.ponged(1);
        venue.front.pinged(1);
        for (int i = 0; i < 4; i++) {
            venue.type(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
        }
        assertThat(venue.frames(1)).hasSize(3);
        assertThat(closes(venue)).containsExactly(1008);
    }

    @Test
    void moreThan1024StreamsAreTooMany() {
        venue.connect(1, "/ws");
        var names = IntStream.rangeClosed(1, 1_025)
                .mapToObj(i -> "\"s" + i + "@trade\"")
                .collect(Collectors.joining(","));
        venue.type(1, "{\"method\":\"SUBSCRIBE\",\"params\":[" + names + "],\"id\":1}");
        assertThat(closes(venue)).containsExactly(1008);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws-api/v3"})
    void whoAnswersPingsStaysAndWhoDoesNotIsClosed(String path) {
        venue.connect(1, path);
        venue.connect(2, path);
        for (int i = 0; i < 9; i++) {
            venue.leap(Duration.ofSeconds(10));
            venue.front.ponged(1);
        }
        assertThat(venue.pushed.stream().filter(Push.Ping.class::isInstance).filter(push -> push.conn() == 1))
                .hasSize(4);
        assertThat(venue.pushed)
                .filteredOn(push -> push instanceof Push.Close)
                .extracting(Push::conn)
                .containsOnly(2L);
    }

    @Test
    void aConnectionEndsWithItsLifetime() {
        var pace = new Pace(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(3));
        var mortal = new SimBinance(Limits.USUAL, pace);
        mortal.connect(1, "/ws");
        for (int i = 0; i < 3; i++) {
            assertThat(closes(mortal)).isEmpty();
            mortal.front.ponged(1);
            mortal.leap(Duration.ofMinutes(1));
        }
        assertThat(closes(mortal)).containsExactly(1001);
        assertThat(Pace.USUAL.lifetime()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aShutdownIsAnnounced() {
        venue.connect(1, "/ws");
        venue.connect(2, "/ws-api/v3");
        venue.arm(Fault.once(FaultKind.DISCONNECT).with("announced", true).with("ms", 500));
        venue.after(100);
        assertThat(venue.frames(1).get(0).path("e").asText()).isEqualTo("serverShutdown");
        assertThat(venue.frames(2).get(0).at("/event/e").asText()).isEqualTo("serverShutdown");
        assertThat(closes(venue)).isEmpty();
        venue.after(500);
        assertThat(closes(venue)).containsExactly(1001, 1001);
    }

    @Test
    void anUnnamedDisconnectWaitsForConnectionsAndCutsThemAllAtOnce() {
        venue.arm(Fault.once(FaultKind.DISCONNECT));
        venue.drain();
        assertThat(venue.fired()).isZero();
        venue.front.opened(1, "/ws", Map.of());
        venue.front.opened(2, "/ws-api/v3", Map.of());
        venue.drain();
        assertThat(venue.pushed).containsExactlyInAnyOrder(new Push.Cut(1), new Push.Cut(2));
        assertThat(venue.fired()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/wss", "/stream/x", "/api/v3/ping"})
    void otherPathsLeadNowhere(String path) {
        venue.connect(1, path);
        assertThat(venue.pushed).containsExactly(new Push.Cut(1));
    }

    private static List<Integer> closes(SimBinance venue) {
        return venue.pushed.stream()
                .filter(Push.Close.class::isInstance)
                .map(push -> ((Push.Close) push).code())
                .toList();
    }
}
