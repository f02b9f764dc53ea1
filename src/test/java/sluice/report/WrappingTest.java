package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void linesEndBetweenWords() {
        assertThat(Wrapping.of("Not sent: the price is too far away", 16))
                .isEqualTo("Not sent: the\nprice is too far\naway");
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Wrapping.of("Not sent.\n", 9)).isEqualTo("Not sent.\n".stripTrailing());
        assertThat(Wrapping.of("Not sent.", 9)).isEqualTo("Not sent.");
        assertThat(Wrapping.of("Not sent: the price", 0)).isEqualTo("Not sent: the price");
    }

    @Test
    void coloursTakeNoRoom() {
        var code = Ink.BAD.on("RISK");
        assertThat(Wrapping.of(code + ": too far", 13)).isEqualTo(code + ": too far");
        assertThat(Wrapping.of(code + ": too far", 10)).isEqualTo(code + ": too\nfar");
    }

    @Test
    void aWordThatIsLongerThanALineIsBroken() {
        assertThat(Wrapping.of("abcdefghij", 4)).isEqualTo("abcd\nefgh\nij");
    }
}
