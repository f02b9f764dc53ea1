package sluice.shell.prompt;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import sluice.shell.InterruptedCommandException;

/** The terminal's other screen, drawn over and over without a flicker. Confined to one thread. */
final class TerminalSheet implements Screen.Sheet {

    private static final String HOME = "\u001b[H";
    private static final String END_OF_LINE = "\u001b[K";
    private static final String END_OF_SCREEN = "\u001b[J";

    private final Terminal terminal;
    private final Runnable left;
    private final Attributes before;

    TerminalSheet(Terminal terminal, Runnable left) {
        this.terminal = terminal;
        this.left = left;
        this.before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    @Override
    public void show(String text) {
        var lines = text.lines().toList();
        var rows = Math.max(1, terminal.getHeight());
        var shown = lines.size() <= rows ? lines.size() : rows - 1;
        var out = new StringBuilder(HOME);
        for (var i = 0; i < shown; i++) {
            out.append(i == 0 ? "" : "\r\n").append(cut(lines.get(i))).append(END_OF_LINE);
        }
        if (shown < lines.size()) {
            out.append("\r\n")
                    .append(cut(lines.size() - shown + " more lines do not fit"))
                    .append(END_OF_LINE);
        }
        terminal.writer().print(out.append(END_OF_SCREEN));
        terminal.flush();
    }

    private String cut(String line) {
        return AttributedString.fromAnsi(line)
                .columnSubSequence(0, Math.max(1, terminal.getWidth()))
                .toAnsi(terminal);
    }

    @Override
    public boolean stands(Duration time) {
        try {
            var key = terminal.reader().read(Math.max(1, time.toMillis()));
            if (Thread.interrupted()) {
                throw new InterruptedCommandException(new InterruptedException());
            }
            return key == NonBlockingReader.READ_EXPIRED;
        } catch (InterruptedIOException e) {
            throw new InterruptedCommandException(new InterruptedException());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.setAttributes(before);
        terminal.flush();
        left.run();
    }
}
