package sluice.app.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import sluice.journal.sqlite.beside.Beside;

/**
 * Who held a journal last, by what stands in its lock file. Only read, never locked: a look must not keep a desk from
 * starting. Immutable.
 */
public record Holder(String text) {

    private static final Pattern PROCESS = Pattern.compile("pid ([0-9]{1,18}), started (\\S+)");
    private static final Duration SLACK = Duration.ofSeconds(2);

    public static Holder of(Path journal) {
        try {
            return new Holder(
                    Files.readString(Beside.lock(journal.toAbsolutePath())).strip());
        } catch (IOException none) {
            return new Holder("");
        }
    }

    /** Whether that process is still there, and so perhaps holds it. */
    public boolean isAlive() {
        var process = PROCESS.matcher(text);
        return process.matches()
                && ProcessHandle.of(Long.parseLong(process.group(1)))
                        .filter(handle ->
                                handle.pid() != ProcessHandle.current().pid())
                        .map(ThisProcess::since)
                        .filter(since -> isAbout(since, process.group(2)))
                        .isPresent();
    }

    /** The start of one process differs by a second for two who ask, when the machine's clock is being set. */
    private static boolean isAbout(Instant since, String written) {
        try {
            return Duration.between(since, Instant.parse(written)).abs().compareTo(SLACK) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
