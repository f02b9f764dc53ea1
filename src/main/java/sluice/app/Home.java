package sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import sluice.app.Options.Value;

/**
 * Where this start keeps its state and finds its configuration. Immutable.
 *
 * <p>A home that is named holds both; else they are where XDG puts them.
 */
public record Home(Path state, Path config) {

    private static final String OWNER_ONLY = "rwx------";
    private static final String CONFIG_FILE = "config.toml";
    private static final String NAME = "sluice";

    public static Home of(Options options, Map<String, String> environment) {
        var named = options.path(Value.HOME).or(() -> set(environment, "SLUICE_HOME"));
        var config = options.path(Value.CONFIG);
        if (named.isPresent()) {
            var home = named.get().toAbsolutePath().normalize();
            return new Home(home, config.orElse(home.resolve(CONFIG_FILE)));
        }
        var user = Path.of(System.getProperty("user.home"));
        var state = set(environment, "XDG_STATE_HOME").orElse(user.resolve(".local/state"));
        var configs = set(environment, "XDG_CONFIG_HOME").orElse(user.resolve(".config"));
        return new Home(state.resolve(NAME), config.orElse(configs.resolve(NAME).resolve(CONFIG_FILE)));
    }

    private static Optional<Path> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** A profile's own directory: simulated and real orders never share a journal. */
    public Path profile(String profile) {
        return state.resolve(profile);
    }

    public Path journal(String profile) {
        return profile(profile).resolve("journal.db");
    }

    /** What markets usually are like. */
    public Path usuals(String profile) {
        return profile(profile).resolve("usuals.txt");
    }

    /** The exchange of the simulated profile. */
    public Path exchange() {
        return profile("sim").resolve("exchange");
    }

    /** The exchange of the simulator that runs as a program of its own. */
    public Path server() {
        return state.resolve("sim-server");
    }

    /** The account on paper at a venue. */
    public Path paper(String venue) {
        return profile("paper").resolve("paper-" + venue + ".jsonl");
    }

    /** What became of a profile's feeds. */
    public Path feeds(String profile) {
        return profile(profile).resolve("feeds.jsonl");
    }

    public Path log() {
        return state.resolve("sluice.log");
    }

    /** Makes a directory nobody else may look into, and those above it. */
    public static Path made(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                return directory;
            }
            var posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
            return posix
                    ? Files.createDirectories(
                            directory,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))
                    : Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
