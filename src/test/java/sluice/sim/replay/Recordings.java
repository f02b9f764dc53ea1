package sluice.sim.replay;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import sluice.market.book.Level;
import sluice.sim.Picture;
import sluice.sim.front.Json;

/** Recorded venue traffic, where it is at hand, and recordings made up. */
final class Recordings {

    private Recordings() {}

    /** A recording in memory. */
    record Listed(List<Frame> frames) implements Frames {

        @Override
        public Reader open() {
            return new Reading(frames.iterator());
        }
    }

    private record Reading(Iterator<Frame> frames) implements Frames.Reader {

        @Override
        public Optional<Frame> next() {
            return frames.hasNext() ? Optional.of(frames.next()) : Optional.empty();
        }

        @Override
        public void close() {}
    }

    static Path shared(String path) {
        var found = Stream.of(System.getProperty("sluice.shared", "../shared"), "../shared", "../../shared")
                .map(root -> Path.of(root, "data", path))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: ../shared is not here");
        return found.orElseThrow();
    }

    static Frames capture(String path) throws IOException {
        var frames = new ArrayList<Frame>();
        var unzipped = new GZIPInputStream(Files.newInputStream(shared("captures/" + path)));
        try (var lines = new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                frames.add(frame(Json.read(line).orElseThrow()));
            }
        }
        return new Listed(frames);
    }

    private static Frame frame(JsonNode json) {
        var kind = switch (json.path("dir").asText()) {
            case "recv" -> Frame.Kind.RECEIVED;
            case "http" -> Frame.Kind.REPLY;
            case "connect" -> Frame.Kind.OPENED;
            default -> Frame.Kind.SENT;
        };
        return new Frame(
                json.path("ts").asLong(),
                kind,
                json.path("conn").asText(),
                json.path("url").asText(),
                json.path("data").asText());
    }

    /** The hash of the book as it is right at the end, by the name the instrument has there. */
    static String expected(String file, String instrument) throws IOException {
        var all = new ObjectMapper()
                .readTree(shared("expected/" + file + ".expected.json").toFile())
                .path(instrument);
        return all.path(all.size() - 1).path("sha256").asText();
    }

    /** As the recordings' README says: bids high to low, then asks low to high. */
    static String sha256(Picture picture) {
        var text = new StringBuilder();
        picture.bids().forEach(level -> line(text, "b ", level));
        picture.asks().forEach(level -> line(text, "a ", level));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void line(StringBuilder text, String side, Level level) {
        text.append(side)
                .append(level.px().plain())
                .append(' ')
                .append(level.qty().plain())
                .append('\n');
    }
}
