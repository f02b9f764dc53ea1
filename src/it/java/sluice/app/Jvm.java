package sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts what was built together with these tests, as fast as the launcher does. */
final class Jvm {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path BUILT = locationOf(Main.class);
    private static final Optional<Path> ARCHIVE = archive();
    private static final List<String> HEARING = hearing();

    private Jvm() {}

    static List<String> program(List<String> options) {
        return command(options, classPath(), Main.class);
    }

    /** Another main class, which is among the tests. */
    static List<String> withClassesOf(Class<?> main, List<String> options) {
        return command(options, classPath() + ":" + locationOf(main), main);
    }

    private static List<String> command(List<String> options, String classPath, Class<?> main) {
        var command = new ArrayList<>(HEARING);
        command.add(JAVA.toString());
        if (Runtime.version().feature() >= 22) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djdk.console=java.base"));
        }
        command.addAll(List.of("-Xlog:disable", "-Xshare:auto", "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        ARCHIVE.ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        return command;
    }

    /** A build that was put in the background ignores interrupts, and so would all that it starts. */
    private static List<String> hearing() {
        var hearing = List.of("env", "--default-signal=INT,QUIT,HUP");
        var words = new ArrayList<>(hearing);
        words.add("true");
        try {
            return new ProcessBuilder(words).start().waitFor() == 0 ? hearing : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A jar names what it needs beside it; classes that were only compiled need all that the tests have. */
    private static String classPath() {
        return Files.isDirectory(BUILT.resolveSibling("lib"))
                ? BUILT.toString()
                : System.getProperty("java.class.path");
    }

    private static Path locationOf(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Made by the first who needs it, while others wait; a virtual machine makes none of what is in directories. */
    private static Optional<Path> archive() {
        if (Files.isDirectory(BUILT)) {
            return Optional.empty();
        }
        var archive = BUILT.resolveSibling("it-" + Runtime.version().feature() + ".jsa");
        try (var lock = FileChannel.open(
                BUILT.resolveSibling("it.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(archive) || isOlder(archive)) {
                train(archive);
            }
            return Optional.of(archive).filter(Files::exists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path archive) throws IOException {
        return Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(BUILT)) < 0;
    }

    private static void train(Path archive) throws IOException {
        Files.deleteIfExists(archive);
        var command = List.of(
                JAVA.toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Main.class.getName(),
                "warm");
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
