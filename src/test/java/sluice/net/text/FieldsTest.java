package sluice.net.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e999999999", "-1.5e-999999999", "1e101"})
    void aNumberBeyondAllMeasureIsRefusedAndFillsNoMemory(String number) {
        assertThatThrownBy(() -> Json.read("{\"a\":" + number + "}").decimal("a"))
                .isInstanceOf(UnableToReadException.class);
        assertThatThrownBy(() -> Json.read("{\"a\":" + number + "}").textOrNone("a"))
                .isInstanceOf(UnableToReadException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<html>", "{} {}", "{\"a\":", "[1,", "\u0000"})
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(UnableToReadException.class);
    }

    @Test
    void aWholeNumberMayBeAText() {
        var fields = Json.read("{\"a\":\"1760000000000\",\"b\":1760000000000,\"c\":\"1.5\",\"d\":\"\"}");

        assertThat(fields.number("a")).isEqualTo(fields.number("b"));
        assertThatThrownBy(() -> fields.number("c")).isInstanceOf(UnableToReadException.class);
        assertThatThrownBy(() -> fields.number("d")).isInstanceOf(UnableToReadException.class);
    }

    @Test
    void anEmptyTextIsNoAmount() {
        var fields = Json.read("{\"a\":\"\",\"b\":null,\"c\":\"0.10\",\"d\":0.1,\"e\":\"x\"}");

        assertThat(fields.amount("a")).isEmpty();
        assertThat(fields.amount("b")).isEmpty();
        assertThat(fields.amount("missing")).isEmpty();
        assertThat(fields.amount("c")).isEqualTo(fields.amount("d"));
        assertThatThrownBy(() -> fields.amount("e")).isInstanceOf(UnableToReadException.class);
    }
}
