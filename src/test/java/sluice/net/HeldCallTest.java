package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
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
