package sluice.dash.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final long LONG = 5_000;

    private final LineDisciplineTerminal terminal = terminal();
    private final Keys keys = new Keys(terminal);

    static LineDisciplineTerminal terminal() {
        try {
            return new LineDisciplineTerminal("test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void raw() {
        terminal.enterRawMode();
    }

    @AfterEach
    void close() throws IOException {
        keys.end();
        terminal.close();
    }

    private void typed(String text) throws IOException {
        terminal.processInputBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(int count) throws IOException {
        var text = new StringBuilder();
        while (text.length() < count) {
            text.append((char) keys.read());
        }
        return text.toString();
    }

    @Test
    void whatIsTypedIsReadInItsOrder() throws IOException {
        keys.begin();
        typed("buy");
        assertThat(keys.await(LONG)).isTrue();
        assertThat(read(3)).isEqualTo("buy");
        assertThat(keys.available()).isZero();
    }

    @Test
    void enterIsOneKeyAndNotTheBeginningOfTwo() throws IOException {
        keys.begin();
        typed("\r");
        assertThat(keys.read()).isEqualTo('\n');
    }

    @Test
    void aReadTakesWhatIsThereAndWaitsForNoMore() throws IOException {
        keys.begin();
        typed("\u001b[A");
        var bytes = new byte[16];
        var count = 0;
        while (count < 3) {
            count += keys.read(bytes, count, bytes.length - count);
        }
        assertThat(new String(bytes, 0, count, StandardCharsets.US_ASCII)).isEqualTo("\u001b[A");
    }

    @Test
    void nothingTypedIsNoKey() throws IOException {
        keys.begin();
        assertThat(keys.await(1)).isFalse();
    }

    @Test
    void theEndOfInputIsReadAgainAndAgain() throws IOException {
        keys.begin();
        terminal.input().close();
        assertThat(keys.await(LONG)).isTrue();
        assertThat(keys.read()).isEqualTo(-1);
        assertThat(keys.read(new byte[4], 0, 4)).isEqualTo(-1);
    }

    @Test
    void whatIsTypedAfterTheEndIsLeftToTheTerminal() throws IOException {
        keys.begin();
        keys.begin();
        keys.end();
        typed("q");
        assertThat(keys.await(1)).isFalse();
        assertThat(terminal.input().read()).isEqualTo('q');
    }
}
