package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user downloads, unpacked where there is nothing else: no source, no Maven, no configuration. */
class ArchiveIT {

    /** All that the launcher may count on beside a Java. */
    private static final List<String> TOOLS = List.of(
            "sh", "cat", "cksum", "dirname", "find", "head", "mkdir", "mv", "nice", "readlink", "rm", "sed", "touch");

    @TempDir
    Path machine;

    private Path unpacked;
    private Map<String, String> environment;

    @BeforeEach
    void unpacks() throws IOException, InterruptedException {
        var tar = new ProcessBuilder("tar", "xzf", archive(".tar.gz").toString(), "-C", machine.toString()).inheritIO();
        assertThat(tar.start().waitFor()).isZero();
        unpacked = machine.resolve(archive(".zip").getFileName().toString().replace(".zip", ""));
        environment = Map.of(
                "PATH", pathWithoutMaven().toString(),
                "HOME", Files.createDirectory(machine.resolve("home")).toString(),
                "SLUICE_JAVA", System.getProperty("java.home"),
                "SLUICE_CDS", "off");
    }

    @Test
    void theFirstTradeNeedsNothingButTheArchiveAndAJava() {
        var trade = runs("exec", "-c", "buy 0.5 BTC-USDT; wait last filled; fills");
        assertThat(trade.err()).isEmpty();
        assertThat(trade.status()).isZero();
        assertThat(trade.out()).contains("P-1", "FILLED", "TAKER");
        assertThat(machine.resolve("home/.local/state/sluice/sim/journal.db")).exists();
    }

    @Test
    void itKnowsItsVersionAlsoThroughALink() throws IOException {
        var link = Files.createSymbolicLink(machine.resolve("bin/sluice"), unpacked.resolve("bin/sluice"));
        var version = unpacked.getFileName().toString().replace("-", " ");
        assertThat(runs("version").out()).startsWith(version);
        assertThat(run(link, "version").out()).startsWith(version);
        assertThat(manual("sluice-buy.1")).contains("\"" + version + "\"");
    }

    @Test
    void whatBelongsToItIsInBothArchives() throws IOException {
        var expected = List.of(
                "bin/sluice",
                "completions/sluice.bash",
                "completions/sluice.fish",
                "completions/sluice.zsh",
                "config.example.toml",
                "docs/operations.md",
                "examples/first-minute.sluice",
                "man/man1/sluice.1",
                "CHANGELOG.md",
                "LICENSE",
                "README.md");
        var found = files(unpacked);
        assertThat(found)
                .containsAll(expected)
                .filteredOn(file -> file.matches("lib/.*\\.jar"))
                .hasSizeGreaterThan(10);
        assertThat(found).noneMatch(file -> file.matches(".*(junit|jqwik|assertj|archunit|mockwebserver).*"));
        assertThat(unpacked.resolve("bin/sluice")).isExecutable();
        var prefix = unpacked.getFileName() + "/";
        try (var zip = new ZipFile(archive(".zip").toFile())) {
            assertThat(zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry -> entry.getName().substring(prefix.length())))
                    .containsExactlyInAnyOrderElementsOf(found);
        }
    }

    private Sluice.Result runs(String... words) {
        return run(unpacked.resolve("bin/sluice"), words);
    }

    private Sluice.Result run(Path program, String... words) {
        try {
            var command = new ArrayList<String>(List.of(program.toString()));
            command.addAll(List.of(words));
            var builder = new ProcessBuilder(command).directory(machine.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Sluice.Running(builder.start()).end();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path pathWithoutMaven() throws IOException {
        var bin = Files.createDirectory(machine.resolve("bin"));
        for (var tool : TOOLS) {
            var script = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + found(tool) + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        return bin;
    }

    private static Path found(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool));
    }

    private static Path archive(String ending) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "sluice-*" + ending)) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    private String manual(String page) throws IOException {
        return Files.readString(unpacked.resolve("man/man1").resolve(page));
    }

    private static List<String> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
