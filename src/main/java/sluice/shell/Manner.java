package sluice.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import sluice.shell.prompt.Screen;

/**
 * How commands of a session are run. Immutable.
 *
 * @param terminal where they come from: {@code prompt}, {@code dash}, {@code command}, {@code exec}
 * @param dryRun whether nothing is to be sent
 * @param batch the resumable run they belong to
 * @param readyTimeout how long a command may wait for its venues
 * @param screen a terminal that is this run's alone
 * @param confirm asks the operator; always no where nobody can be asked
 */
public record Manner(
        String terminal,
        boolean dryRun,
        Optional<String> batch,
        Duration readyTimeout,
        Optional<Screen> screen,
        Predicate<String> confirm) {

    private static final String PROMPT = "prompt";
    private static final String DASH = "dash";

    /** Without a terminal of its own. */
    public Manner(
            String terminal, boolean dryRun, Optional<String> batch, Duration readyTimeout, Predicate<String> confirm) {
        this(terminal, dryRun, batch, readyTimeout, Optional.empty(), confirm);
    }

    public Manner withoutScreen() {
        return new Manner(terminal, dryRun, batch, readyTimeout, confirm);
    }

    /** Whether a person gives the commands one by one, and sees what they come to. */
    public boolean isPrompt() {
        return terminal.equals(PROMPT) || terminal.equals(DASH);
    }

    /** Nobody is there to ask. */
    public static Manner script(String terminal, Duration readyTimeout) {
        return new Manner(terminal, false, Optional.empty(), readyTimeout, question -> false);
    }

    /** Somebody gives them on a screen of their own. */
    public static Manner dash(Duration readyTimeout, Predicate<String> confirm) {
        return new Manner(DASH, false, Optional.empty(), readyTimeout, confirm);
    }
}
