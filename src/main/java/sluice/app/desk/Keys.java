package sluice.app.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import sluice.app.toml.UnusableConfigException;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.KeySource;

/**
 * Fetches API keys from where the configuration says they are. What goes wrong is told without what was found there.
 */
public record Keys(Map<String, String> environment) {

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private static final int PATIENCE_SECONDS = 30;

    /**
     * The keys; empty where the configuration names no source.
     *
     * @throws UnusableConfigException when there are none at the source it names
     */
    public Optional<ApiKeys> fetch(String venue, KeySource source) {
        try {
            return found(source);
        } catch (UnusableConfigException e) {
            throw new UnusableConfigException("venues." + venue + ".keys: " + e.getMessage());
        }
    }

    private Optional<ApiKeys> found(KeySource source) {
        if (source instanceof KeySource.None) {
            return Optional.empty();
        }
        if (source instanceof KeySource.Environment variables) {
            return Optional.of(ApiKeys.of(variable(variables.key()), variable(variables.secret())));
        }
        if (source instanceof KeySource.OwnerFile file) {
            return Optional.of(pair(file(file.path()), "The file " + file.path()));
        }
        if (source instanceof KeySource.Command command) {
            return Optional.of(pair(
                    output(command.words()), "The command " + command.words().get(0)));
        }
        throw new AssertionError(source);
    }

    private String variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .orElseThrow(() -> new UnusableConfigException(
                        "The environment variable " + name + " is not set. Set it, or name another source."));
    }

    private static List<String> file(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new UnusableConfigException("There is no file " + path
                        + ". Put the key on its first line and the secret on its second, or name another source.");
            }
            var store = Files.getFileStore(path);
            if (store.supportsFileAttributeView("posix")) {
                requireOwnersOnly(path, Files.getPosixFilePermissions(path));
            }
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UnusableConfigException(
                    "The file " + path + " cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    private static void requireOwnersOnly(Path path, Set<PosixFilePermission> found) {
        if (!OWNERS.containsAll(found)) {
            throw new UnusableConfigException("The file " + path + " can be read by others ("
                    + PosixFilePermissions.toString(found) + "). Take that away: chmod 600 " + path);
        }
    }

    /** Its complaints, if any, go where the operator sees them. */
    private static List<String> output(List<String> words) {
        try {
            var process = new ProcessBuilder(words)
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new UnusableConfigException(
                        "The command " + words.get(0) + " gave no keys: it has to end with status 0 within "
                                + PATIENCE_SECONDS + " s and print the key, then the secret.");
            }
            return text.lines().toList();
        } catch (IOException e) {
            throw new UnusableConfigException("The command " + words.get(0) + " for keys cannot be run.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableConfigException("The command " + words.get(0) + " for keys was interrupted.");
        }
    }

    private static ApiKeys pair(List<String> lines, String whose) {
        if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isBlank()) {
            throw new UnusableConfigException(whose + " must give two lines: the API key, then its secret.");
        }
        return ApiKeys.of(
                lines.get(0).strip(),
                String.join("\n", lines.subList(1, lines.size())).strip());
    }
}
