package sluice.dash.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JLineTerminalTest {

    private static final String ENTERED = "\u001b[?1049h";
    private static final String LEFT = "\u001b[?1049l";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final LineDisciplineTerminal under = under();
    private final JLineTerminal terminal = new JLineTerminal(under);

    private LineDisciplineTerminal under() {
        try {
            var made = new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8);
            made.setSize(new Size(80, 24));
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void enter() throws IOException {
        terminal.enterPrivateMode();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        under.close();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whileItIsHeldKeysComeAtOnceAndStopNothing() {
        var flags = under.getAttributes();
        assertThat(flags.getLocalFlag(LocalFlag.ICANON)).isFalse();
        assertThat(flags.getLocalFlag(LocalFlag.ECHO)).isFalse();
        assertThat(flags.getLocalFlag(LocalFlag.ISIG)).isFalse();
        assertThat(shown()).contains(ENTERED).doesNotContain(LEFT);
    }

    @Test
    void itIsGivenBackAsItWasOnce() throws IOException {
        var fresh = new LineDisciplineTerminal("other", "xterm", shown, StandardCharsets.UTF_8);
        var before = new Attributes(fresh.getAttributes());
        var other = new JLineTerminal(fresh);
        other.enterPrivateMode();
        shown.reset();
        other.close();
        other.close();
        assertThat(fresh.getAttributes().toString()).isEqualTo(before.toString());
        assertThat(shown()).containsOnlyOnce(LEFT);
    }

    @Test
    void aChangeOfSizeIsToldAtOnce() throws IOException {
        var sizes = new ArrayList<TerminalSize>();
        terminal.addResizeListener((resized, size) -> sizes.add(size));
        assertThat(terminal.getTerminalSize()).isEqualTo(new TerminalSize(80, 24));
        under.setSize(new Size(200, 60));
        under.raise(Signal.WINCH);
        assertThat(sizes).endsWith(new TerminalSize(200, 60));
        assertThat(terminal.getTerminalSize()).isEqualTo(new TerminalSize(200, 60));
    }

    @Test
    void aKeyIsWaitedForNoLongerThanUntilItComes() throws IOException {
        under.processInputBytes("z".getBytes(StandardCharsets.UTF_8));
        terminal.awaitKey(5_000);
        assertThat(terminal.pollInput()).isEqualTo(new KeyStroke('z', false, false));
        terminal.awaitKey(1);
        assertThat(terminal.pollInput()).isNull();
    }

    @Test
    void whoeverWasStoppedFromOutsideTakesTheTerminalAnewWhenItGoesOn() throws IOException {
        assertThat(terminal.wasAway()).isFalse();
        shown.reset();
        under.raise(Signal.CONT);
        assertThat(terminal.wasAway()).isTrue();
        assertThat(shown()).contains(ENTERED);
        assertThat(terminal.wasAway()).isFalse();
    }
}
