package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StandardInputTest {

    private final StandardInput in = new StandardInput(new ByteArrayInputStream("abcdef".getBytes(UTF_8)));

    private String next(int count) throws IOException {
        return new String(in.readNBytes(count), UTF_8);
    }

    @Test
    void whatWasReadIsReadAgainAsOftenAsAsked() throws IOException {
        assertThat(in.read()).isEqualTo('a');
        assertThat(next(2)).isEqualTo("bc");
        in.again();
        assertThat(next(4)).isEqualTo("abcd");
        in.again();
        assertThat(next(10)).isEqualTo("abcdef");
        in.again();
        assertThat(next(10)).isEqualTo("abcdef");
    }

    @Test
    void onceItIsSettledWhatWasReadIsGone() throws IOException {
        assertThat(next(2)).isEqualTo("ab");
        in.settle();
        assertThat(next(2)).isEqualTo("cd");
        in.again();
        assertThat(next(10)).isEqualTo("ef");
    }
}
