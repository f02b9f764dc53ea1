package sluice.shell.prompt;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.ToIntFunction;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal the program was started at, taken for as long as it is needed and left as it was found. */
public final class Terminals {

    private Terminals() {}

    /** Works without a real terminal too: then lines are read and nothing moves on a screen. */
    public static int prompted(ToIntFunction<Terminal> use) {
        try (var state = TtyState.save();
                var terminal = TerminalBuilder.builder()
                        .name("sluice")
                        .system(true)
                        .dumb(true)
                        .encoding(encoding())
                        .build()) {
            return use.applyAsInt(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many columns it has; 0 for one that does not say, or is gone. */
    public static int width(Terminal terminal) {
        try {
            return terminal.getWidth();
        } catch (IOError gone) {
            return 0;
        }
    }

    /** By the locale; JLine would take UTF-8 for granted. */
    private static String encoding() {
        return System.getProperty("native.encoding", Charset.defaultCharset().name());
    }
}
