package sluice.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
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

    /**
     * A terminal. Immutable.
     *
     * @param encoding of what is typed and shown
     * @param columns 0 where nobody knows
     * @param pager whether what is longer than it is shown page by page
     * @param moves whether a line beside the results can be written over
     */
    public record Screen(String type, String encoding, int columns, int rows, boolean pager, boolean moves) {

        public Screen {
            if (!Charset.isSupported(encoding)) {
                throw new IllegalArgumentException("no encoding that is known here");
            }
        }

        /** Of a command, which shows line below line. */
        public static Screen none(int columns, boolean pager, boolean moves) {
            return new Screen(DUMB, UTF_8.name(), columns, 24, pager, moves);
        }

        static final String DUMB = "dumb";

        Charset charset() {
            return Charset.forName(encoding);
        }

        boolean isDumb() {
            return type.startsWith(DUMB);
        }
    }

    /** Where nothing can be moved on a screen, or there is none. */
    public static final Screen NO_SCREEN = Screen.none(0, true, false);

    public Task {
        words = List.copyOf(words);
        ZoneId.of(zone);
    }

    Look look() {
        return new Look(colour, ZoneId.of(zone)).moving(screen.moves()).within(screen::columns);
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
