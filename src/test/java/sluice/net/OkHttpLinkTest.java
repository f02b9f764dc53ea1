package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OkHttpLinkTest {

    private final OkHttpTransport transport = transport(1_000, Duration.ZERO);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Peer peer = new Peer();

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void whatEitherSideSaysTheOtherHears() throws IOException {
        try (var venue = venue()) {
            var link = transport.open(url(venue), new HeardLink(heard));
            assertHeard("opened");
            assertThat(link.send("hello")).isTrue();
            assertThat(peer.next()).isEqualTo("received hello");
            peer.socket().send("welcome");
            assertHeard("received welcome");
        }
    }

    @Test
    void aPeerThatClosesIsAnsweredAndTheEndIsHeardOnce() throws IOException {
        try (var venue = venue()) {
            var link = transport.open(url(venue), new HeardLink(heard));
            assertHeard("opened");
            peer.socket().close(1001, "maintenance");
            assertHeard("closed with 1001 maintenance");
            assertThat(peer.next()).isEqualTo("closing 1000");
            assertThat(link.send("too late")).isFalse();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void ourCloseIsHeardToo() throws IOException {
        try (var venue = venue()) {
            var link = transport.open(url(venue), new HeardLink(heard));
            assertHeard("opened");
            link.close();
            assertThat(link.send("too late")).isFalse();
            assertThat(next()).startsWith("closed");
        }
    }

    @Test
    void aLinkClosedBeforeItOpenedEnds() throws IOException {
        try (var venue = venue()) {
            var link = transport.open(url(venue), new HeardLink(heard));
            link.close();
            assertThat(heardUntilClosed()).startsWith("closed");
        }
    }

    @Test
    void aCutIsHeardAsTheEnd() throws IOException {
        try (var venue = new RawVenue((socket, head) ->
                socket.getOutputStream().write(upgrade(head).getBytes(StandardCharsets.ISO_8859_1)))) {
            transport.open(venue.url().replace("http", "ws") + "/ws", new HeardLink(heard));
            assertHeard("opened");
            assertThat(next()).startsWith("closed");
        }
    }

    @Test
    void aVenueThatRefusesTheUpgradeIsQuotedByItsStatus() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 429 Slow down\r\nContent-Length: 0\r\n\r\n"))) {
            transport.open(venue.url().replace("http", "ws") + "/ws", new HeardLink(heard));
            assertThat(next()).startsWith("closed").contains("(HTTP 429)");
        }
    }

    @Test
    void aFrameOverTheLimitClosesTheLink() throws IOException {
        try (var venue = venue()) {
            transport.open(url(venue), new HeardLink(heard));
            assertHeard("opened");
            peer.socket().send("x".repeat(1_001));
            assertHeard("closed a frame of 1001 characters is over the limit of 1000");
        }
    }

    @Test
    void aBinaryFrameClosesTheLink() throws IOException {
        try (var venue = venue()) {
            transport.open(url(venue), new HeardLink(heard));
            assertHeard("opened");
            peer.socket().send(ByteString.encodeUtf8("bytes"));
            assertHeard("closed a binary frame came");
        }
    }

    @Test
    void aPeerThatAnswersNoPingIsGivenUp() throws IOException {
        var impatient = transport(1_000, Duration.ofMillis(100));
        try (var venue = new RawVenue((socket, head) -> {
            socket.getOutputStream().write(upgrade(head).getBytes(StandardCharsets.ISO_8859_1));
            while (socket.getInputStream().read() >= 0) {
                assertThat(socket.isConnected()).isTrue();
            }
        })) {
            impatient.open(venue.url().replace("http", "ws") + "/ws", new HeardLink(heard));
            assertHeard("opened");
            assertThat(next()).startsWith("closed").contains("pong");
        } finally {
            impatient.close();
        }
    }

    @Test
    void aMalformedAddressEndsTheLink() {
        transport.open("no url at all", new HeardLink(heard));
        assertHeard("closed the URL is malformed");
    }

    private static String upgrade(String head) {
        var key = head.replaceFirst("(?s).*Sec-WebSocket-Key: (\\S+).*", "$1");
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
    }

    private static String accept(String key) {
        try {
            var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            var hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static OkHttpTransport transport(int maxFrameChars, Duration pings) {
        var limits = new OkHttpTransport.Limits(1_000, maxFrameChars, Duration.ofSeconds(10), pings);
        return new OkHttpTransport("test", new OkHttpTransportTest.Ticking(), limits);
    }

    private MockWebServer venue() throws IOException {
        var venue = new MockWebServer();
        venue.enqueue(new MockResponse.Builder().webSocketUpgrade(peer).build());
        venue.start();
        return venue;
    }

    private static String url(MockWebServer venue) {
        return venue.url("/ws").toString().replace("http", "ws");
    }

    private void assertHeard(String words) {
        assertThat(next()).isEqualTo(words);
    }

    private String next() {
        return take(heard);
    }

    private String heardUntilClosed() {
        var words = next();
        return words.equals("opened") ? next() : words;
    }

    private static String take(BlockingQueue<String> queue) {
        try {
            var words = queue.poll(10, TimeUnit.SECONDS);
            assertThat(words).isNotNull();
            return words;
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** The venue's end of the link. */
    private static final class Peer extends WebSocketListener {

        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

        WebSocket socket() {
            return socket.orTimeout(10, TimeUnit.SECONDS).join();
        }

        String next() {
            return take(said);
        }

        @Override
        public void onOpen(WebSocket open, Response response) {
            socket.complete(open);
        }

        @Override
        public void onMessage(WebSocket open, String text) {
            said.add("received " + text);
        }

        @Override
        public void onClosing(WebSocket open, int code, String reason) {
            said.add("closing " + code);
            open.close(1000, null);
        }
    }
}
