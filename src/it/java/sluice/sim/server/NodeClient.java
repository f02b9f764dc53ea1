package sluice.sim.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client that others wrote for node, installed as its lock file pins it. */
record NodeClient(String name, List<String> scripts) {

    /** How a script ended, and what it printed. */
    record Ran(int status, String out) {

        List<String> steps() {
            return out.lines().filter(line -> line.startsWith("{\"step\":")).toList();
        }
    }

    /** Skips the test where there is no node, or no registry and nothing installed. */
    void assumeInstalled() throws IOException, InterruptedException {
        assumeTrue(runs(Path.of("."), "node", "--version"), "skipped: node is not here");
        assumeTrue(installed(), "skipped: npm could not install " + name + ", its registry is not reachable");
    }

    Ran run(String script, SimVenue venue, String... before) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(before));
        command.addAll(List.of(venue.rest(), venue.ws(), venue.apiKey(), venue.apiSecret()));
        return run(target(), command.toArray(String[]::new));
    }

    private Path target() {
        return Path.of("target", name);
    }

    private boolean installed() throws IOException, InterruptedException {
        Files.createDirectories(target());
        var files = new ArrayList<>(scripts);
        files.addAll(List.of("package.json", "package-lock.json"));
        for (var file : files) {
            Files.copy(Path.of("src/it", name, file), target().resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.exists(target().resolve("node_modules/" + name + "/package.json"))
                || runs(target(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    }

    private static boolean runs(Path directory, String... command) throws InterruptedException {
        try {
            return run(directory, command).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Ran run(Path directory, String... command) throws IOException, InterruptedException {
        var log = File.createTempFile("node", ".log");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        var out = Files.readString(log.toPath());
        Files.delete(log.toPath());
        return new Ran(ended ? process.exitValue() : -1, out);
    }
}
