package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a source tree of its own, where a build is the copy of a jar. */
class LauncherIT {

    /** What the jar holds. */
    static final class Program {

        private Program() {}

        public static void main(String[] words) {
            System.out.println("ran " + String.join(" ", words));
        }
    }

    private static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>builds
            [ ! -e broken ] || { echo "[ERROR] it is broken"; exit 1; }
            cp made.jar target/run/sluice-0.1.0.jar
            """;

    @TempDir
    Path tree;

    private Path launcher;

    @BeforeEach
    void plant() throws IOException {
        launcher = Files.copy(Path.of("sluice"), tree.resolve("sluice"));
        Files.createDirectories(tree.resolve("src/main"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Files.writeString(tree.resolve("src/main/One.java"), "");
        var maven =
                Files.writeString(Files.createDirectories(tree.resolve("bin")).resolve("mvn"), MAVEN);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(tree.resolve("made.jar")), manifest);
                var bytes = LauncherIT.class.getResourceAsStream("LauncherIT$Program.class")) {
            jar.putNextEntry(new ZipEntry(Program.class.getName().replace('.', '/') + ".class"));
            jar.write(bytes.readAllBytes());
        }
    }

    private Sluice.Running start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PATH", tree.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("SLUICE_JAVA", System.getProperty("java.home"));
        builder.environment().put("SLUICE_CDS", "off");
        return new Sluice.Running(builder.start());
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(tree.resolve("builds"));
    }

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(
                tree.resolve(file), FileTime.from(Instant.now().plusSeconds(2)));
    }

    @Test
    void ofManyFirstStartsOneBuildsAndAllRun() throws IOException {
        var starts = List.of(start("orders", "a b"), start("orders", "a b"), start("orders", "a b"));
        assertThat(starts).map(Sluice.Running::end).allSatisfy(ran -> {
            assertThat(ran.status()).as(ran.err()).isZero();
            assertThat(ran.out()).isEqualTo("ran orders a b\n");
        });
        assertThat(builds()).containsExactly("-B -q -Dfast package");
    }

    @Test
    void aNewerSourceIsBuiltAndOtherwiseNothing() throws IOException {
        start("version").end();
        assertThat(start("version").end().err()).isEmpty();
        assertThat(builds()).hasSize(1);
        touch("src/main/One.java");
        assertThat(start("version").end().err()).isEqualTo("sluice: building\n");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aBuildThatFailsIsShownAndNothingOldIsRunInstead() throws IOException {
        start("version").end();
        touch("pom.xml");
        Files.writeString(tree.resolve("broken"), "");
        for (var run = 0; run < 2; run++) {
            var failed = start("version").end();
            assertThat(failed.status()).isEqualTo(70);
            assertThat(failed.err()).contains("it is broken", "the build failed");
            assertThat(failed.out()).isEmpty();
        }
    }

    @Test
    void aLinkToItRunsIt() throws IOException {
        launcher = Files.createSymbolicLink(tree.resolve("bin/trade"), Path.of("../sluice"));
        assertThat(start("version").end().out()).isEqualTo("ran version\n");
    }

    /** This tree itself, by Maven itself. */
    @Test
    @Tag("long")
    void theProjectIsBuiltAndRun() {
        var said = Sluice.Running.of(
                        List.of(Path.of("sluice").toAbsolutePath().toString(), "--home", tree + "/home", "version"))
                .end();
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("sluice ");
    }
}
