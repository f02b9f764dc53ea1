package sluice.venue.coinbase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Recorded venue traffic, messages and signed requests beside the project, where there are any. */
public final class SharedData {

    private SharedData() {}

    /** A file of it; without it the test is skipped. */
    public static Path file(String name) {
        var found = Stream.of(System.getProperty("sluice.shared", "../shared"), "../shared", "../../shared")
                .map(root -> Path.of(root).resolve("data").resolve(name))
                .filter(Files::isReadable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: ../shared is not here");
        return found.orElseThrow();
    }

    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> lines(String gzip) {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(gzip)), 1 << 16), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
