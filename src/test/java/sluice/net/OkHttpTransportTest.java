package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.market.Clock;

class OkHttpTransportTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final OkHttpTransport transport = new OkHttpTransport("test", new Ticking());

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aReplyComesWithItsStatusItsHeadersAndItsText() throws IOException {
        var head =
                "HTTP/1.1 418 Teapot\r\nX-Used-Weight: 7\r\nSet-Thing: a\r\nSet-Thing: b\r\nContent-Length: 5\r\n\r\n";
        try (var venue = new RawVenue(RawVenue.writes(head + "b\u00c3\u00bcy!"))) {
            var reply = reply(get(venue.url() + "/x?a=%20b&c=1"));
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.headers()).containsEntry("x-used-weight", "7").containsEntry("set-thing", "a, b");
            assertThat(reply.body()).isEqualTo("b\u00fcy!");
            assertThat(reply.took()).isPositive();
            assertThat(venue.heads().get(0)).startsWith("GET /x?a=%20b&c=1 HTTP/1.1\n");
        }
    }

    @Test
    void aRequestGoesOutAsItWasMade() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"))) {
            var call =
                    new HttpCall("POST", venue.url() + "/order", Map.of("X-KEY", "k"), "a=1&b=2", "text/plain", SOON);
            assertThat(reply(call).status()).isEqualTo(204);
            assertThat(venue.heads().get(0))
                    .startsWith("POST /order HTTP/1.1\n")
                    .contains("X-KEY: k\n", "Content-Type: text/plain\n", "Content-Length: 7\n");
        }
    }

    @Test
    void aCancelNeedsNoBody() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"))) {
            var call = new HttpCall("DELETE", venue.url() + "/order?id=1", Map.of(), "", "", SOON);
            assertThat(reply(call).status()).isEqualTo(204);
            assertThat(venue.heads().get(0)).startsWith("DELETE /order?id=1 HTTP/1.1\n");
        }
    }

    @Test
    void nothingWasSentToAPortNobodyListensOn() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(failure(get("http://127.0.0.1:" + port + "/")).sent()).isFalse();
    }

    @Test
    void nothingWasSentToAHostThatHasNoName() {
        assertThat(failure(get("http://no-such-host.invalid/")).sent()).isFalse();
    }

    @Test
    void aRequestThatWasCutBeforeTheReplyMayHaveArrived() throws IOException {
        try (var venue = new RawVenue((socket, head) -> socket.close())) {
            assertThat(failure(get(venue.url() + "/")).sent()).isTrue();
            assertThat(venue.heads()).hasSize(1);
        }
    }

    @Test
    void aReplyThatBreaksOffIsNoReply() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"))) {
            assertThat(failure(get(venue.url() + "/")).sent()).isTrue();
        }
    }

    @Test
    void aReplyThatIsNoHttpIsNoReply() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("boo\r\n\r\n"))) {
            assertThat(failure(get(venue.url() + "/")).sent()).isTrue();
        }
    }

    @Test
    void aReplyOverTheLimitIsNoReply() throws IOException {
        var small = new OkHttpTransport("test", new Ticking(), new OkHttpTransport.Limits(10, 10, SOON, Duration.ZERO));
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nelevenchars"))) {
            var failure = failure(outcome(small, get(venue.url() + "/")));
            assertThat(failure.sent()).isTrue();
            assertThat(failure.cause()).contains("longer than 10 bytes");
        } finally {
            small.close();
        }
    }

    @Test
    void aDeadlineEndsAVenueThatSaysNothing() throws IOException {
        var end = new CountDownLatch(1);
        try (var venue = new RawVenue((socket, head) -> await(end))) {
            var call = HttpCall.get(venue.url() + "/", Map.of(), Duration.ofMillis(300));
            assertThat(failure(call).sent()).isTrue();
            end.countDown();
        }
    }

    @Test
    void aCallDueSoonerEndsBeforeOneThatWasMadeBefore() throws IOException {
        var end = new CountDownLatch(1);
        try (var venue = new RawVenue((socket, head) -> await(end))) {
            transport.call(
                    get(venue.url() + "/"), outcome -> assertThat(outcome).isNotNull());
            var failure = failure(HttpCall.get(venue.url() + "/", Map.of(), Duration.ofMillis(300)));
            assertThat(failure.cause()).isEqualTo("no reply in time");
            assertThat(failure.took()).isBetween(Duration.ofMillis(299), Duration.ofSeconds(5));
            end.countDown();
        }
    }

    /** As when the deadline strikes while a name is being resolved. */
    @Test
    void aCallThatIsOverdueBeforeItsFirstByteNeverSendsIt() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"))) {
            var outcomes = new ArrayList<HttpOutcome>();
            var call = new OkHttpCallSocket(get(venue.url() + "/"), new Ticking(), 10, outcomes::add);
            call.overdue("no reply in time");
            call.run(new OkHttpClient.Builder()
                    .eventListenerFactory(OkHttpCallSocket::listener)
                    .socketFactory(HeldSocket.factory())
                    .build());
            assertThat(outcomes).hasSize(1);
            assertThat(failure(outcomes.get(0)).sent()).isFalse();
            assertThat(venue.heads()).noneMatch(head -> head.startsWith("GET"));
        }
    }

    @Test
    void aDeadlineThatHasPassedSendsNothing() throws IOException {
        try (var venue = new RawVenue(RawVenue.writes("HTTP/1.1 204 \r\n\r\n"))) {
            assertThat(failure(HttpCall.get(venue.url() + "/", Map.of(), Duration.ZERO))
                            .sent())
                    .isFalse();
            assertThat(venue.heads()).isEmpty();
        }
    }

    /** OkHttp asks again on such a reply, with retries off or on; an order would be there twice. */
    @Test
    void aVenueThatSaysComeBackAtOnceIsNotAskedAgain() throws IOException {
        var busy = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (var venue = new RawVenue(RawVenue.writes(busy))) {
            var reply = reply(new HttpCall("DELETE", venue.url() + "/order", Map.of(), "", "", SOON));
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsEntry("retry-after", "0");
            assertThat(venue.heads()).hasSize(1);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        var elsewhere = "HTTP/1.1 307 Elsewhere\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n";
        try (var venue = new RawVenue(RawVenue.writes(elsewhere))) {
            assertThat(reply(get(venue.url() + "/")).status()).isEqualTo(307);
            assertThat(venue.heads()).hasSize(1);
        }
    }

    @Test
    void aMalformedRequestFailsUnsentAndUnquoted() {
        var call = HttpCall.get("http://127.0.0.1:1/", Map.of("X-KEY", "se\ncret"), SOON);
        assertThat(failure(call).sent()).isFalse();
        assertThat(failure(call).cause()).doesNotContain("cret");
        assertThat(failure(get("no url at all")).sent()).isFalse();
        assertThat(failure(get("http://127.0.0.1:1/?a=b c")).cause()).contains("malformed");
    }

    @Test
    void aClosedTransportFailsEveryCall() {
        transport.close();
        assertThat(failure(get("http://127.0.0.1:1/")).sent()).isFalse();
    }

    @Test
    void closingEndsTheCallsInFlight() throws IOException {
        var arrived = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var venue = new RawVenue((socket, head) -> {
            arrived.countDown();
            await(end);
        })) {
            var outcome = new CompletableFuture<HttpOutcome>();
            transport.call(get(venue.url() + "/"), outcome::complete);
            await(arrived);
            transport.close();
            assertThat(((HttpOutcome.Failure)
                                    outcome.orTimeout(10, TimeUnit.SECONDS).join())
                            .sent())
                    .isTrue();
            end.countDown();
        }
    }

    private static HttpCall get(String url) {
        return HttpCall.get(url, Map.of(), SOON);
    }

    private HttpOutcome.Reply reply(HttpCall call) {
        var outcome = outcome(transport, call);
        assertThat(outcome).isInstanceOf(HttpOutcome.Reply.class);
        return (HttpOutcome.Reply) outcome;
    }

    private HttpOutcome.Failure failure(HttpCall call) {
        return failure(outcome(transport, call));
    }

    private static HttpOutcome.Failure failure(HttpOutcome outcome) {
        assertThat(outcome).isInstanceOf(HttpOutcome.Failure.class);
        return (HttpOutcome.Failure) outcome;
    }

    private static HttpOutcome outcome(Transport way, HttpCall call) {
        var outcome = new CompletableFuture<HttpOutcome>();
        way.call(call, outcome::complete);
        return outcome.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Real sockets take real time. */
    static final class Ticking implements Clock {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }
}
