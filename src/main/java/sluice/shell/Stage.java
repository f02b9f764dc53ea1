package sluice.shell;

import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import sluice.report.Wrapping;
import sluice.shell.prompt.Terminals;

/**
 * The terminal of a prompt, which a command may have to itself for a while. Safe for any thread: whoever tells the
 * operator something beside the prompt is not heard meanwhile.
 */
public final class Stage {

    private final LineReader reader;
    private final Completer completer;
    private boolean taken;

    public Stage(LineReader reader, Completer completer) {
        this.reader = reader;
        this.completer = completer;
    }

    /** Gives the terminal back. */
    public interface Taken extends AutoCloseable {

        @Override
        void close();
    }

    public synchronized Taken take() {
        taken = true;
        return this::giveBack;
    }

    private synchronized void giveBack() {
        taken = false;
    }

    /** Says that above the prompt; nothing while a command has the terminal. */
    public synchronized void tell(String line) {
        if (!taken) {
            reader.printAbove(Wrapping.of(line, Terminals.width(reader.getTerminal())));
        }
    }

    public Terminal terminal() {
        return reader.getTerminal();
    }

    /** With the history that the prompt shares, and how it takes lines apart. */
    public LineReader reader() {
        return reader;
    }

    public Completer completer() {
        return completer;
    }
}
