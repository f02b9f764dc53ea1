package sluice.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator over real sockets. */
class SimServerTest {

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void tellsWhereItIsInTheLinesADeskReads() {
        var lines = wire.server.describe();
        assertThat(lines).hasSize(2);
        var venue = Wire.json(lines.get(0));
        assertThat(venue.fieldNames()).toIterable().containsExactly("venue", "rest", "ws", "apiKey", "apiSecret");
        assertThat(venue.path("rest").asText()).matches("http://127\\.0\\.0\\.1:[0-9]+");
        assertThat(venue.path("ws").asText()).matches("ws://127\\.0\\.0\\.1:[0-9]+");
        assertThat(Wire.json(lines.get(1)).path("admin").asText()).isEqualTo(wire.server.admin());
    }

    @Test
    void theSameSeedGivesTheSameKeys() {
        try (var other = new Wire()) {
            assertThat(other.venue.apiKey()).isEqualTo(wire.venue.apiKey()).hasSize(64);
            assertThat(other.venue.apiSecret())
                    .isEqualTo(wire.venue.apiSecret())
                    .isNotEqualTo(wire.venue.apiKey());
        }
    }

    @Test
    void everyVenueHasAPortAndKeysOfItsOwnForm() {
        try (var all = new Wire(Wire.all())) {
            var venues = all.server.venues();
            assertThat(venues).extracting(SimVenue::venue).startsWith("binance", "coinbase");
            assertThat(venues).extracting(SimVenue::port).doesNotHaveDuplicates();
            var coinbase = venues.get(1);
            assertThat(coinbase.apiKey()).matches("organizations/[-0-9a-f]{36}/apiKeys/[-0-9a-f]{36}");
            assertThat(coinbase.apiSecret()).startsWith("-----BEGIN EC PRIVATE KEY-----\n");
            assertThat(coinbase.toString()).doesNotContain("PRIVATE");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        var taken = Wire.spec().on(wire.venue.port());
        assertThatThrownBy(() -> SimServer.start(taken))
                .isInstanceOf(UnableToServeException.class)
                .hasMessageContaining("port " + wire.venue.port());
    }

    @Test
    void aVenueNobodySimulatesIsSaid() {
        var unknown = Wire.spec().serving(List.of("mtgox"));
        assertThatThrownBy(() -> SimServer.start(unknown))
                .isInstanceOf(UnableToServeException.class)
                .hasMessageStartingWith("There is no simulated venue mtgox; there is binance, coinbase");
    }

    @Test
    void portsFollowTheFirst() throws IOException, InterruptedException {
        var first = twoFreePorts();
        try (var other = new Wire(Wire.spec().on(first))) {
            assertThat(other.venue.port()).isEqualTo(first);
            assertThat(other.server.admin()).endsWith(":" + (first + 1));
            assertThat(other.get(other.venue.rest() + "/api/v3/ping").body()).isEqualTo("{}");
        }
    }

    private static int twoFreePorts() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        for (int first = 20_000; first < 30_000; first += 2) {
            try (var one = new ServerSocket(first, 1, loopback);
                    var next = new ServerSocket(first + 1, 1, loopback)) {
                return Math.min(one.getLocalPort(), next.getLocalPort());
            } catch (BindException taken) {
                assertThat(taken).isNotNull();
            }
        }
        throw new AssertionError("no two ports are free");
    }

    @Test
    void anOrderGoesInAndIsTheTruth() throws IOException, InterruptedException {
        var placed = wire.buy("50000", "x-1");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(200);
        assertThat(placed.headers().firstValue("X-MBX-USED-WEIGHT-1M")).isPresent();
        var order = wire.admin("/venues/binance/orders").get(0);
        assertThat(order.path("clOrdId").asText()).isEqualTo("x-1");
        assertThat(order.path("px").asText()).isEqualTo("50000");
        assertThat(order.path("orderQty").asText()).isEqualTo("0.01");
        assertThat(order.path("state").asText()).isEqualTo("SUBMITTED");
        assertThat(order.path("orderId").asText())
                .isEqualTo(Wire.json(placed.body()).path("orderId").asText());
        var last = wire.admin("/venues/binance/requests").findValuesAsText("clOrdId");
        assertThat(last).endsWith("x-1");
    }

    @Test
    void aFillIsTheTruthUnderTheNumberTheVenueTells() throws IOException, InterruptedException {
        wire.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&newClientOrderId=x-1");
        var fill = wire.admin("/venues/binance/fills").get(0);
        var told = Wire.json(
                        wire.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body())
                .get(0);
        assertThat(fill.path("execId").asText()).isEqualTo(told.path("id").asText());
        assertThat(fill.path("clOrdId").asText()).isEqualTo("x-1");
        assertThat(fill.path("liquidity").asText()).isEqualTo("TAKER");
        assertThat(fill.path("feeAsset").asText()).isEqualTo("BTC");
    }

    @Test
    void aLostReplyBreaksTheConnectionAndLeavesTheOrder() throws IOException, InterruptedException {
        wire.post("/venues/binance/faults", "{\"kind\":\"reply-lost\",\"match\":\"place\",\"count\":1}");
        assertThatThrownBy(() -> wire.buy("50000", "x-1")).isInstanceOf(IOException.class);
        assertThat(wire.admin("/venues/binance/faults").get(0).path("fired").asInt())
                .isEqualTo(1);
        assertThat(wire.admin("/venues/binance/orders")).hasSize(1);
        assertThat(wire.buy("50000", "x-2").statusCode()).isEqualTo(200);
    }

    @Test
    void aReplyIsCutAfterTheByteAskedFor() throws IOException, InterruptedException {
        wire.post("/venues/binance/faults", "{\"kind\":\"reply-lost\",\"match\":\"GET /api/v3/time\",\"bytes\":20}");
        try (var socket = new Socket("127.0.0.1", wire.venue.port())) {
            socket.getOutputStream()
                    .write("GET /api/v3/time HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes())
                    .isEqualTo("HTTP/1.1 200 OK\r\nCon".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void streamsArePushedAsTimeGoesOn() throws IOException, InterruptedException {
        var frames = wire.listen("/ws/btcusdt@depth@100ms");
        wire.post("/clock", "{\"advanceMs\":200}");
        var first = Wire.json(frames.next());
        assertThat(first.path("e").asText()).isEqualTo("depthUpdate");
        wire.post("/clock", "{\"advanceMs\":100}");
        assertThat(Wire.json(frames.next()).path("U").asLong())
                .isEqualTo(first.path("u").asLong() + 1);
    }

    @Test
    void aConnectionThatIsCutBreaksWithoutAClose() throws IOException, InterruptedException {
        var frames = wire.listen("/stream?streams=btcusdt@trade");
        wire.post("/venues/binance/faults", "{\"kind\":\"disconnect\"}");
        assertThat(frames.next()).isIn("broken", "closed");
    }

    /** On a connection that was there before: the port may be anybody's by now, who may never answer. */
    @Test
    void aClosedSimulatorServesNobody() throws IOException {
        var ping = "GET /api/v3/ping HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket("127.0.0.1", wire.venue.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(ping);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            wire.close();
            assertThat(isCutOff(socket, ping)).isTrue();
        }
    }

    /** Whether nothing is answered, but the connection ended; what came before may still be read. */
    private static boolean isCutOff(Socket socket, byte[] ping) {
        try {
            socket.getInputStream().readNBytes(1 << 16);
            socket.getOutputStream().write(ping);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
