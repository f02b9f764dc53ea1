package sluice.attach;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import sluice.report.Look;
import sluice.shell.Shell;

/**
 * What is to be run, and how it is to look. Immutable.
 *
 * @param words the command's; none for a prompt
 * @param zone in which times are shown
 * @param yes whether questions are answered beforehand
 * @param readyMillis how long commands wait for their venues
 * @param screen where a prompt shows
 */
public record Task(
        List<String> words, boolean json, boolean colour, String zone, boolean yes, long readyMillis, Screen screen) {

    /** A terminal. Immutable. */
    public record Screen(String type, int columns, int rows) {

        static final String DUMB = "dumb";

        boolean isDumb() {
            return type.startsWith(DUMB);
        }
    }

    /** Where nothing can be moved on a screen, or there is none. */
    public static final Screen NO_SCREEN = new Screen(Screen.DUMB, 80, 24);

    public Task {
        words = List.copyOf(words);
        ZoneId.of(zone);
    }

    Look look() {
        return new Look(colour, ZoneId.of(zone));
    }

    Duration readyTimeout() {
        return Duration.ofMillis(readyMillis);
    }

    boolean isPrompt() {
        return Shell.isForTerminal(words, json);
    }

    /** The command, or nothing where the prompt is meant. */
    Optional<String> command() {
        return words.stream().findFirst();
    }
}
