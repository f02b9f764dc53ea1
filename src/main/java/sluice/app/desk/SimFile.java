package sluice.app.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.app.toml.UnusableConfigException;
import sluice.app.venue.KeySource;
import sluice.sim.server.SimServer;

/** The lines a simulator printed when it started, by which a desk finds it. */
final class SimFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SimFile() {}

    /**
     * Where a simulated venue is, and whose protocol it speaks: its namesake's unless it says. The key guards nothing,
     * and is still not printed.
     */
    record At(String venue, String kind, String rest, String ws, String apiKey, String apiSecret) {

        /** They come with the line, and not from the configuration. */
        KeySource noKeys() {
            return new KeySource.None();
        }

        @Override
        public String toString() {
            return venue + " at " + rest;
        }
    }

    /** The venues; other lines, such as the admin endpoint's, are left out. */
    static List<At> read(Path file) {
        var venues = new ArrayList<At>();
        for (var line : lines(file)) {
            var json = parsed(file, line);
            if (json.has("venue")) {
                venues.add(new At(
                        text(file, json, "venue"),
                        json.path("kind").asText(text(file, json, "venue")),
                        text(file, json, "rest"),
                        text(file, json, "ws"),
                        text(file, json, "apiKey"),
                        text(file, json, "apiSecret")));
            }
        }
        if (venues.isEmpty()) {
            throw new UnusableConfigException("The simulator file " + file + " names no venue. It must hold the lines"
                    + " that `sluice sim --json` printed when it started.");
        }
        return venues;
    }

    /** The same for a simulator of this process. */
    static List<At> of(SimServer server) {
        return server.venues().stream()
                .map(venue -> new At(
                        venue.venue(), venue.venue(), venue.rest(), venue.ws(), venue.apiKey(), venue.apiSecret()))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("{"))
                    .toList();
        } catch (IOException e) {
            throw new UnusableConfigException(
                    "The simulator file " + file + " cannot be read. Start `sluice sim --json > " + file + "` first.");
        }
    }

    private static JsonNode parsed(Path file, String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnusableConfigException("The simulator file " + file + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(Path file, JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new UnusableConfigException("A line of the simulator file " + file + " has no \"" + name + "\".");
        }
        return json.path(name).asText();
    }
}
