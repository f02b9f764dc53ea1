package sluice.venue.binance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Recorded traffic beside the project, where it is there; a test that needs it is skipped where it is not. */
public final class Shared {

    private Shared() {}

    public static List<String> lines(String path) {
        try {
            return Files.readAllLines(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String path) {
        return String.join("\n", lines(path));
    }

    public static Path folder(String path) {
        return file(path);
    }

    private static Path file(String path) {
        var roots = Stream.of(System.getProperty("sluice.shared", "../shared"), "../shared", "../../shared");
        var found = roots.map(root -> Path.of(root).resolve(path))
                .filter(Files::isReadable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: ../shared is not here");
        return found.orElseThrow();
    }
}
