package sluice.dash.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.NonBlockingInputStream;

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

    /**
     * What was typed, without waiting for what was not.
     *
     * <p>Looks ahead by itself: the stream of a terminal at the other end of a socket takes away what it is only asked
     * to peek at.
     */
    private static final class Keys extends InputStream {

        private static final int NOTHING = NonBlockingInputStream.READ_EXPIRED;

        private final NonBlockingInputStream in;
        private int next = NOTHING;

        /** Every terminal of JLine's reads so, though its type does not say it. */
        Keys(Terminal terminal) {
            this.in = (NonBlockingInputStream) terminal.input();
        }

        /** Whether there is a key, or the end of input, within that time. */
        boolean await(long millis) throws IOException {
            if (next == NOTHING) {
                next = in.read(millis);
            }
            return next != NOTHING;
        }

        @Override
        public int read() throws IOException {
            var key = next == NOTHING ? in.read() : next;
            next = NOTHING;
            return plain(key);
        }

        /** In raw mode Enter is a carriage return, of which Lanterna waits to see more. */
        private static int plain(int key) {
            return key == '\r' ? '\n' : key;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            var first = most == 0 ? 0 : read();
            if (most == 0 || first < 0) {
                return first;
            }
            bytes[from] = (byte) first;
            var count = 1;
            while (count < most && await(1) && next >= 0) {
                bytes[from + count++] = (byte) read();
            }
            return count;
        }

        /** The end of input can be read too. */
        @Override
        public int available() throws IOException {
            return await(1) ? 1 : 0;
        }
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
            entered = false;
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
        super.enterPrivateMode();
        entered = true;
    }

    @Override
    public void exitPrivateMode() throws IOException {
        if (!entered) {
            return;
        }
        entered = false;
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
