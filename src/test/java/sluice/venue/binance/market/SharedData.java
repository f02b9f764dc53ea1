package sluice.venue.binance.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Recorded venue traffic beside the project, where there is any. */
public final class SharedData {

    private SharedData() {}

    /** A file of it; without it the test is skipped. */
    public static Path file(String name) {
        var file = root().map(root -> root.resolve("data").resolve(name)).filter(Files::exists);
        Assumptions.assumeTrue(file.isPresent(), "skipped: ../shared is not here");
        return file.orElseThrow();
    }

    static List<String> lines(Path gzip) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip), 1 << 16), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    private static Optional<Path> root() {
        return Stream.of(System.getProperty("sluice.shared", "../shared"), "../shared", "../../shared")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
