package sluice.shell.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.shell.InterruptedCommandException;

/** The prompt's terminal as a whole, on one whose keys are written by the test. */
@Timeout(20)
class TerminalScreenTest {

    private static final String LONG =
            IntStream.rangeClosed(1, 60).mapToObj(line -> "line " + line).collect(Collectors.joining("\n", "", "\n"));

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Terminal terminal;
    private TerminalScreen screen;

    @BeforeEach
    void open() throws IOException {
        terminal = new ExternalTerminal("test", "xterm", new PipedInputStream(keys), shown, UTF_8);
        terminal.setSize(new Size(40, 10));
        screen = new TerminalScreen(terminal);
    }

    @AfterEach
    void close() throws IOException {
        Thread.interrupted();
        keys.close();
        terminal.close();
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
    }

    private String shown() {
        return shown.toString(UTF_8);
    }

    @Test
    void aLongTextIsLeftByAKey() throws IOException {
        assertThat(screen.isShorterThan(LONG)).isTrue();
        assertThat(screen.isShorterThan("line 1\n")).isFalse();
        type("q");
        screen.page(LONG);
        assertThat(shown()).contains("line 1").doesNotContain("line 60");
        assertThat(screen.isCovered()).isFalse();
    }

    @Test
    void anInterruptLeavesALongTextAndNothingMore() {
        Thread.currentThread().interrupt();
        screen.page(LONG);
        assertThat(screen.isCovered()).isFalse();
    }

    @Test
    void aSheetCutsWhatDoesNotFitAndIsLeftByAnyKey() throws IOException {
        try (var sheet = screen.take()) {
            assertThat(screen.isCovered()).isTrue();
            sheet.show("x".repeat(70) + "\n" + LONG);
            assertThat(sheet.stands(Duration.ofMillis(1))).isTrue();
            type("q");
            assertThat(sheet.stands(Duration.ofSeconds(10))).isFalse();
        }
        terminal.flush();
        assertThat(shown())
                .contains("x".repeat(40))
                .doesNotContain("x".repeat(41))
                .contains("line 8")
                .doesNotContain("line 9")
                .contains("52 more lines do not fit");
        assertThat(screen.isCovered()).isFalse();
    }

    @Test
    void anInterruptedSheetEndsTheCommand() {
        try (var sheet = screen.take()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> sheet.stands(Duration.ofSeconds(10)))
                    .isInstanceOf(InterruptedCommandException.class);
        }
    }

    @Test
    void aTerminalThatCanMoveNothingIsNoScreen() throws IOException {
        assertThat(TerminalScreen.isPossible(terminal)).isTrue();
        try (var dumb = new DumbTerminal(new PipedInputStream(), shown)) {
            assertThat(TerminalScreen.isPossible(dumb)).isFalse();
        }
    }
}
