package sluice.net.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.net.HeardLink;
import sluice.net.HttpCall;
import sluice.net.ManualTime;
import sluice.net.ScriptedTransport;
import sluice.net.traffic.TrafficFrame.Direction;

class RecordingTransportTest {

    private static final long TEN = 1_767_607_200_000_000_000L;

    private final ManualTime time = new ManualTime();
    private final ScriptedTransport wire = new ScriptedTransport();
    private final List<TrafficFrame> noted = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final RecordingTransport transport =
            new RecordingTransport(wire, "binance", time, new SecretMask(List.of("k-123")), noted::add);

    @AfterEach
    void nothingIsLeft() {
        wire.assertExhausted();
    }

    @Test
    void aReplyIsNotedWithItsAddressAndHandedOn() {
        transport.call(order(), outcome -> heard.add(outcome.getClass().getSimpleName()));
        time.advance(Duration.ofMillis(3));
        wire.takeCall().reply(200, "{\"orderId\":1,\"owner\":\"k-123\"}");
        assertThat(heard).containsExactly("Reply");
        assertThat(noted)
                .containsExactly(new TrafficFrame(
                        TEN + 3_000_000,
                        Direction.HTTP,
                        "binance.http",
                        "https://v/order?x=1&signature=***",
                        "{\"orderId\":1,\"owner\":\"***\"}"));
    }

    @Test
    void aCallThatFailsLeavesNoNote() {
        transport.call(order(), outcome -> heard.add(outcome.getClass().getSimpleName()));
        wire.takeCall().fail(true, "cut");
        assertThat(heard).containsExactly("Failure");
        assertThat(noted).isEmpty();
    }

    @Test
    void whatCrossesALinkIsNotedEitherWay() {
        var link = transport.open("wss://v/ws?listenKey=l", new HeardLink(heard));
        var peer = wire.takeLink().opens().says("tick");
        assertThat(link.send("{\"apiKey\":\"k-123\",\"signature\":\"s\"}")).isTrue();
        peer.fill();
        assertThat(link.send("lost")).isFalse();
        link.close();
        assertThat(peer.isClosed()).isTrue();
        peer.listener().pinged();
        peer.drops("gone");
        assertThat(peer.takeSent()).isEqualTo("{\"apiKey\":\"k-123\",\"signature\":\"s\"}");
        assertThat(heard).containsExactly("opened", "received tick", "pinged", "closed gone");
        assertThat(noted)
                .containsExactly(
                        frame(Direction.CONNECT, ""),
                        frame(Direction.RECV, "tick"),
                        frame(Direction.SEND, "{\"apiKey\":\"***\",\"signature\":\"***\"}"));
    }

    @Test
    void eachLinkHasANameOfItsOwn() {
        transport.open("wss://v/1", new HeardLink(heard));
        transport.open("wss://v/2", new HeardLink(heard));
        wire.takeLink();
        wire.takeLink().opens();
        assertThat(noted).extracting(TrafficFrame::conn).containsExactly("binance.ws.2");
    }

    @Test
    void closingItClosesTheOneBeneath() {
        transport.close();
        assertThat(wire.isClosed()).isTrue();
    }

    private static TrafficFrame frame(Direction dir, String data) {
        return new TrafficFrame(TEN, dir, "binance.ws.1", "wss://v/ws?listenKey=***", data);
    }

    private static HttpCall order() {
        var headers = Map.of("X-MBX-APIKEY", "k-123");
        return new HttpCall(
                "POST",
                "https://v/order?x=1&signature=0ff1ce",
                headers,
                "secret=s",
                "text/plain",
                Duration.ofSeconds(5));
    }
}
