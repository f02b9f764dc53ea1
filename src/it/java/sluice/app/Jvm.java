package sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the jar that the launcher built with another main class, as fast as the launcher does. */
final class Jvm {

    private static final Path BUILT = Path.of("target", "run").toAbsolutePath();

    private Jvm() {}

    /** The command up to the name of the main class, which is not in the jar. */
    static List<String> withClassesOf(Class<?> main) {
        try {
            var classes = Path.of(
                    main.getProtectionDomain().getCodeSource().getLocation().toURI());
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:disable",
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-cp",
                    built("sluice-*.jar").get(0) + ":" + classes));
            built("*.jsa").forEach(archive -> command.add(1, "-XX:SharedArchiveFile=" + archive));
            return command;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> built(String pattern) {
        try (var files = Files.newDirectoryStream(BUILT, pattern)) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
