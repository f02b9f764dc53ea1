package sluice.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code sluice sim} as a process of its own, and what it knows. Closing it kills it. */
final class Simulator implements AutoCloseable {

    private final Sluice.Running process;
    private final Path file;
    private final JsonNode venue;
    private final String admin;
    private final HttpClient client = HttpClient.newHttpClient();

    private Simulator(Sluice.Running process, Path file) {
        this.process = process;
        this.file = file;
        var lines = process.out().lines().map(Sluice::parsed).toList();
        this.venue = lines.get(0);
        this.admin = lines.get(lines.size() - 1).path("admin").asText();
    }

    static Simulator start(Path home) {
        return start(home, "binance");
    }

    /** @param venues their names, with commas between */
    static Simulator start(Path home, String venues) {
        var process = Sluice.at(home)
                .start("sim", "--venues", venues, "--seed", "7", "--json")
                .says("\"admin\"");
        try {
            var file = Files.writeString(home.resolve("sim.json"), process.out());
            return new Simulator(process, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    /** The same for one of its venues alone, made in that directory. */
    Path file(String name, Path directory) {
        var lines = process.out()
                .lines()
                .filter(line -> line.contains("\"venue\":\"" + name + "\"") || line.contains("\"admin\""))
                .toList();
        try {
            return Files.write(directory.resolve("sim.json"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sluice.Running process() {
        return process;
    }

    /** A member of the venue's line. */
    String at(String name) {
        return venue.path(name).asText();
    }

    JsonNode orders() {
        return orders("binance");
    }

    JsonNode orders(String name) {
        return get("/venues/" + name + "/orders");
    }

    JsonNode get(String path) {
        return sent(HttpRequest.newBuilder(URI.create(admin + path)));
    }

    JsonNode post(String path, String body) {
        return sent(HttpRequest.newBuilder(URI.create(admin + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode delete(String path) {
        return sent(HttpRequest.newBuilder(URI.create(admin + path)).DELETE());
    }

    private JsonNode sent(HttpRequest.Builder request) {
        try {
            return Sluice.parsed(
                    client.send(request.timeout(Sluice.PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
