package sluice.shell.prompt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/**
 * The terminal's settings as they were, to be put back at the end.
 *
 * <p>JLine 3.30 restores all of them but the line speed, which it sets to 0.
 */
record TtyState(Optional<String> saved) implements AutoCloseable {

    static TtyState save() {
        return new TtyState(stty("-g").filter(state -> state.matches("[0-9a-f:]+")));
    }

    @Override
    public void close() {
        saved.ifPresent(TtyState::stty);
    }

    /** What stty says; empty where there is no terminal, or no stty. */
    private static Optional<String> stty(String argument) {
        try {
            var process = new ProcessBuilder("stty", argument)
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
