package sluice.shell;

import java.io.InputStream;
import java.nio.file.Path;

/** Whoever gives the commands of a run: where they sit, what they hand in, and how they interrupt. */
public interface Caller {

    /** A way to be heard while a command runs. */
    enum Signal {
        INTERRUPT,
        HANG_UP
    }

    /** Ends what was begun by {@link #on}. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /** This process's own terminal and files. */
    static Caller here(InputStream in) {
        return new Here(in);
    }

    /** What the journal is told before the way a command came in; empty for the desk's own process. */
    String via();

    /** What {@code exec -} reads. */
    InputStream in();

    /**
     * The text of one of the caller's files.
     *
     * @throws UnusableInputException when it cannot be read
     */
    String text(Path file);

    /** Whether the caller agrees; no where nobody can be asked. */
    boolean confirms(String question);

    /** Does that whenever the caller makes itself heard so, until closed. */
    Listening on(Signal signal, Runnable action);
}
