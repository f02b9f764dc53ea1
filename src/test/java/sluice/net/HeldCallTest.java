package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls over real sockets that are made ready before they may leave. */
class HeldCallTest {

    private final OkHttpTransport transport = new OkHttpTransport("test", new OkHttpTransportTest.Ticking());
    private final CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();

    @AfterEach
    void close() {
        transport.close();
    }

    private HeldCall held(RawVenue venue, String path) {
        var call = HttpCall.get(venue.url() + path, Map.of(), Duration.ofSeconds(10));
        return new HeldCall(call, new Departure(), outcome::complete);
    }

    @Test
    void aHeldCallSendsNothingUntilItIsReleased() throws Exception {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"));
                var elsewhere = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"))) {
            var held = held(venue, "/held");
            var prepared = new CountDownLatch(1);
            transport.prepare(() -> {
                prepared.countDown();
                return Optional.of(held);
            });
            assertThat(prepared.await(10, TimeUnit.SECONDS)).isTrue();
            var other = new CompletableFuture<HttpOutcome>();
            transport.call(held(elsewhere, "/other").call(), other::complete);
            other.get(10, TimeUnit.SECONDS);
            assertThat(venue.heads()).noneMatch(head -> head.contains("/held"));
            assertThat(outcome).isNotDone();

            held.departure().release();
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Reply.class);
            assertThat(venue.heads()).anyMatch(head -> head.startsWith("GET /held "));
        }
    }

    @Test
    void aHeldCallThatIsCalledOffNeverLeaves() throws Exception {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"))) {
            var held = held(venue, "/held");
            transport.prepare(() -> Optional.of(held));
            held.departure().callOff();
            held.departure().release();

            var failure = (HttpOutcome.Failure) outcome.get(10, TimeUnit.SECONDS);
            assertThat(failure.sent()).isFalse();
            assertThat(venue.heads()).noneMatch(head -> head.startsWith("GET"));
        }
    }

    /** One thread has written all of it and waits for the reply; the other lets it go. */
    @Test
    void aHeldCallLeavesOnTheThreadThatReleasesIt() throws Exception {
        var waiting = new CompletableFuture<HeldSocket.Request>();
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"));
                var socket = HeldSocket.factory().createSocket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", URI.create(venue.url()).getPort()));
            HeldSocket.hold(waiting::complete);
            socket.getOutputStream().write("GET /held HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(venue.heads()).isEmpty();
            waiting.get(10, TimeUnit.SECONDS).leave();
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            assertThat(venue.heads()).containsExactly("GET /held HTTP/1.1\n");
        }
    }

    /** What is longer than a buffer goes out in order, and not at all where its beginning does not. */
    @Test
    void theRestOfAHeldRequestWaitsForItsBeginning() throws Exception {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"));
                var socket = HeldSocket.factory().createSocket()) {
            var waiting = new CompletableFuture<HeldSocket.Request>();
            socket.connect(
                    new InetSocketAddress("127.0.0.1", URI.create(venue.url()).getPort()));
            var writing = CompletableFuture.supplyAsync(() -> writes(socket, waiting));
            waiting.get(10, TimeUnit.SECONDS).stay();
            assertThat(writing.get(10, TimeUnit.SECONDS)).contains("ended before it was sent");
            assertThat(venue.heads()).noneMatch(head -> head.contains("GET"));
        }
    }

    private static String writes(Socket socket, CompletableFuture<HeldSocket.Request> waiting) {
        try {
            HeldSocket.hold(waiting::complete);
            var out = socket.getOutputStream();
            out.write("GET ".getBytes(StandardCharsets.ISO_8859_1));
            out.write("/held HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return "written";
        } catch (IOException cut) {
            return String.valueOf(cut.getMessage());
        }
    }

    /** A venue that closes a connection it finds idle may say so, and has heard nothing of what is held. */
    @Test
    void whatAVenueSaysBeforeAHeldCallHasLeftIsNoReply() throws Exception {
        var closed = new CountDownLatch(1);
        try (var venue = new RawVenue((socket, head) -> givesUp(socket, closed))) {
            var first = new CompletableFuture<HttpOutcome>();
            transport.call(held(venue, "/first").call(), first::complete);
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Reply.class);

            var held = held(venue, "/held");
            transport.prepare(() -> Optional.of(held));
            closed.countDown();
            var failure = (HttpOutcome.Failure) outcome.get(10, TimeUnit.SECONDS);
            assertThat(failure.sent()).isFalse();
            held.departure().release();
            assertThat(venue.heads()).noneMatch(head -> head.contains("/held"));
        }
    }

    private static void givesUp(Socket socket, CountDownLatch when) throws IOException {
        socket.getOutputStream().write("HTTP/1.1 204 \r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        try {
            when.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.getOutputStream().write("HTTP/1.1 408 \r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What was called off lies in the buffers of its connection, behind which no other call may go. */
    @Test
    void aCallAfterOneThatWasCalledOffSendsNothingOfIt() throws Exception {
        try (var venue = new RawVenue(HeldCallTest::answersTwice)) {
            var first = new CompletableFuture<HttpOutcome>();
            transport.call(held(venue, "/first").call(), first::complete);
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Reply.class);

            var held = held(venue, "/held");
            transport.prepare(() -> Optional.of(held));
            held.departure().callOff();
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Failure.class);

            var next = new CompletableFuture<HttpOutcome>();
            transport.call(held(venue, "/next").call(), next::complete);
            assertThat(next.get(10, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Reply.class);
            assertThat(venue.heads()).noneMatch(head -> head.contains("/held"));
        }
    }

    /** Keeps the connection until its other end lets go. */
    private static void answersTwice(Socket socket, String head) throws IOException {
        var reply = "HTTP/1.1 204 \r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        socket.getOutputStream().write(reply);
        var rest = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (var line = rest.readLine(); line != null; line = rest.readLine()) {
            assertThat(line).doesNotContain("/held");
            if (line.isEmpty()) {
                socket.getOutputStream().write(reply);
            }
        }
    }
}
