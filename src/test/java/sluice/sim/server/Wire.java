package sluice.sim.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sluice.market.Clock;
import sluice.sim.Hmac;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

/** A simulator on its own clock and a plain client of it, over real sockets. */
final class Wire implements AutoCloseable {

    static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
    static final Clock STILL = new Clock() {
        @Override
        public Instant now() {
            return START;
        }

        @Override
        public long nanos() {
            return 0;
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final SimServer server;
    final SimVenue venue;
    private final HttpClient client = HttpClient.newHttpClient();

    Wire() {
        this(spec());
    }

    Wire(SimSpec spec) {
        server = SimServer.start(spec);
        venue = server.venues().get(0);
    }

    static SimSpec spec() {
        return all().serving(List.of("binance"));
    }

    /** With every venue there is. */
    static SimSpec all() {
        return SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), STILL).onOwnClock();
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(url)));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    JsonNode admin(String path) throws IOException, InterruptedException {
        return json(get(server.admin() + path).body());
    }

    HttpResponse<String> change(String method, String path, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server.admin() + path)).method(method, BodyPublishers.ofString(body));
        return sent(request);
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        var response = change("POST", path, body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        return json(response.body());
    }

    /** A signed request, its parameters in the body as a POST has them. */
    HttpResponse<String> signed(String method, String path, String params) throws IOException, InterruptedException {
        var millis = json(get(venue.rest() + "/api/v3/time").body())
                .path("serverTime")
                .asLong();
        var payload = params + (params.isEmpty() ? "" : "&") + "timestamp=" + millis;
        var text = payload + "&signature=" + Hmac.sha256(venue.apiSecret(), payload);
        var isPost = method.equals("POST");
        var request = HttpRequest.newBuilder(URI.create(venue.rest() + path + (isPost ? "" : "?" + text)))
                .header("X-MBX-APIKEY", venue.apiKey())
                .method(method, isPost ? BodyPublishers.ofString(text) : BodyPublishers.noBody());
        return sent(request);
    }

    HttpResponse<String> buy(String px, String clientId) throws IOException, InterruptedException {
        return signed(
                "POST",
                "/api/v3/order",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=" + px + "&newClientOrderId="
                        + clientId);
    }

    Frames listen(String path) {
        var frames = new Frames();
        client.newWebSocketBuilder()
                .buildAsync(URI.create(venue.ws() + path), frames)
                .join();
        return frames;
    }

    @Override
    public void close() {
        server.close();
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** What came in on a WebSocket: text frames, then {@code closed} or {@code broken}. */
    static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        String next() throws InterruptedException {
            var text = texts.poll(10, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("nothing came");
            }
            return text;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            texts.add("closed");
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            texts.add("broken");
        }
    }
}
