package sluice.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code sluice sim} with all its venues, and how a configuration names them as hosts. Closing it kills it. */
final class Venues implements AutoCloseable {

    private final Sluice.Running process;
    private final Map<String, JsonNode> venues = new TreeMap<>();
    private String admin = "";

    private Venues(Sluice.Running process) {
        this.process = process;
        for (var line : process.out().lines().map(Sluice::parsed).toList()) {
            if (line.has("venue")) {
                venues.put(line.path("venue").asText(), line);
            } else if (line.has("admin")) {
                admin = line.path("admin").asText();
            }
        }
    }

    static Venues start(Path home) {
        return new Venues(Sluice.at(home).start("sim", "--seed", "7", "--json").says("\"admin\""));
    }

    String at(String venue, String name) {
        return venues.get(venue).path(name).asText();
    }

    /** Each venue's section, with these lines for its keys. */
    String config(Map<String, String> keys) {
        return section("binance", """
                        rest = "REST"
                        streams = "WS"
                        ws-api = "WS/ws-api/v3"
                        symbols = ["BTC-USDT"]
                        """, keys) + section("bybit", """
                        rest = "REST"
                        public-streams = "WS"
                        private-stream = "WS"
                        symbols = ["BTC-USDT"]
                        """, keys) + section("coinbase", """
                        rest = "REST"
                        market-streams = "WS"
                        user-stream = "WS"
                        symbols = ["BTC-USD"]
                        """, keys);
    }

    private String section(String venue, String lines, Map<String, String> keys) {
        var hosts = lines.replace("REST", at(venue, "rest")).replace("WS", at(venue, "ws"));
        var own = keys.containsKey(venue) ? "[venues." + venue + ".keys]\n" + keys.get(venue) + "\n" : "";
        return "[venues." + venue + "]\n" + hosts + own;
    }

    /** All keys and secrets, whole and by their tell-tale parts. */
    List<String> secrets() {
        return venues.values().stream()
                .flatMap(venue -> Stream.of(
                        venue.path("apiKey").asText(), venue.path("apiSecret").asText()))
                .flatMap(text -> Stream.concat(Stream.of(text), text.lines()))
                .filter(text -> !text.startsWith("-----") && text.length() >= 16)
                .distinct()
                .toList();
    }

    JsonNode get(String path) {
        return sent(HttpRequest.newBuilder(URI.create(admin + path)));
    }

    JsonNode post(String path, String body) {
        return sent(HttpRequest.newBuilder(URI.create(admin + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode send(String method, String path) {
        return sent(
                HttpRequest.newBuilder(URI.create(admin + path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static JsonNode sent(HttpRequest.Builder request) {
        try {
            return Sluice.parsed(HttpClient.newHttpClient()
                    .send(request.timeout(Sluice.PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
