package sluice.dash.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/**
 * Lanterna's way to the terminal that JLine holds, which keeps its streams and gets its settings back. Confined to one
 * thread, but for a change of size, which Lanterna takes from any.
 */
public final class JLineTerminal extends ANSITerminal {

    private final Terminal terminal;
    private final Keys keys;
    private final Attributes before;
    private final Suspension suspension;
    private Terminal.SignalHandler resizing = Terminal.SignalHandler.SIG_DFL;
    private boolean entered;

    public JLineTerminal(Terminal terminal) {
        this(terminal, new Keys(terminal));
    }

    private JLineTerminal(Terminal terminal, Keys keys) {
        super(keys, terminal.output(), terminal.encoding());
        this.terminal = terminal;
        this.keys = keys;
        this.before = terminal.getAttributes();
        this.suspension = new Suspension(terminal);
    }

    /** Waits that long for a key, or for the end of input. */
    public void awaitKey(long millis) throws IOException {
        keys.await(Math.max(1, millis));
    }

    /**
     * Stops this process if it was asked to, the terminal given back meanwhile.
     *
     * @return whether the terminal may show something else since it was written to last
     */
    public boolean wasAway() throws IOException {
        if (suspension.isAsked()) {
            exitPrivateMode();
            suspension.stop();
            enterPrivateMode();
            return true;
        }
        if (entered && suspension.isOver()) {
            exitPrivateMode();
            enterPrivateMode();
            return true;
        }
        return false;
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return new TerminalSize(Math.max(1, terminal.getWidth()), Math.max(1, terminal.getHeight()));
    }

    @Override
    public void enterPrivateMode() throws IOException {
        terminal.enterRawMode();
        var raw = terminal.getAttributes();
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        resizing = terminal.handle(
                Signal.WINCH, signal -> onResized(Math.max(1, terminal.getWidth()), Math.max(1, terminal.getHeight())));
        suspension.begin();
        keys.begin();
        super.enterPrivateMode();
        entered = true;
    }

    /** No key is taken any more by the time the terminal shows what was there before: the next is for that. */
    @Override
    public void exitPrivateMode() throws IOException {
        if (!entered) {
            return;
        }
        entered = false;
        keys.end();
        try {
            super.exitPrivateMode();
            terminal.flush();
        } finally {
            suspension.end();
            terminal.handle(Signal.WINCH, resizing);
            terminal.setAttributes(before);
        }
    }

    /** The terminal is JLine's to close. */
    @Override
    public void close() throws IOException {
        exitPrivateMode();
    }
}
