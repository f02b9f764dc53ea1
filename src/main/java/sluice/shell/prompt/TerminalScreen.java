package sluice.shell.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import sluice.shell.InterruptedCommandException;

/**
 * The prompt's own terminal, where it can do as much. Safe for any thread as to {@link #isCovered}, all else as
 * {@link Screen} says.
 */
final class TerminalScreen implements Screen {

    private static final String DUMB = "dumb";

    private final Terminal terminal;
    private volatile boolean covered;

    TerminalScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    static boolean isPossible(Terminal terminal) {
        return !terminal.getType().startsWith(DUMB) && terminal.getHeight() > 1 && terminal.getWidth() > 1;
    }

    /** Whether something stands there that no line may be written into. */
    boolean isCovered() {
        return covered;
    }

    @Override
    public boolean isShorterThan(String text) {
        return text.lines().count() >= terminal.getHeight();
    }

    /** An interrupt leaves it, as the key does. */
    @Override
    public void page(String text) {
        covered = true;
        try {
            var less = new Less(terminal, Path.of(""));
            less.chopLongLines = true;
            less.quitIfOneScreen = true;
            less.run(new Source.InputStreamSource(
                    new ByteArrayInputStream(text.getBytes(UTF_8)), true, "q leaves, h helps, / looks for a word"));
        } catch (InterruptedIOException e) {
            // Left.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new InterruptedCommandException(e);
        } catch (IOError e) {
            if (!(e.getCause() instanceof InterruptedIOException)) {
                throw e;
            }
        } finally {
            covered = false;
        }
    }

    @Override
    public Sheet take() {
        covered = true;
        return new TerminalSheet(terminal, () -> covered = false);
    }
}
