package sluice.shell.prompt;

import java.time.Duration;

/** A whole terminal, for what is more than lines below each other. Confined to the thread that runs the commands. */
public interface Screen {

    /** Whether a text is longer than the terminal, and so to be leafed through. */
    boolean isShorterThan(String text);

    /** Lets the operator leaf through a text, and returns when they have left it. */
    void page(String text);

    /** Takes the whole of it, until closed; what was there before comes back then. */
    Sheet take();

    /** What stands on the whole of it. */
    interface Sheet extends AutoCloseable {

        /** In place of what stood there before; what does not fit is cut off. */
        void show(String text);

        /**
         * Lets it stand that long; false when the operator has had enough.
         *
         * @throws sluice.shell.InterruptedCommandException when interrupted
         */
        boolean stands(Duration time);

        @Override
        void close();
    }
}
