package sluice.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static String written(Payload payload) {
        return new String(payload.done(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsEmptyOrFalseIsLeftOut() {
        var payload = new Payload()
                .text("none", "")
                .text("neither", Optional.empty())
                .flag("no", false)
                .list("nothing", List.of());
        assertThat(written(payload)).isEqualTo("{}");
    }

    @Test
    void fieldsStandInTheOrderTheyWereGiven() {
        var payload = new Payload()
                .number("a", 0)
                .text("b", "x")
                .flag("c", true)
                .list("d", List.of("1", ""))
                .number("e", Long.MIN_VALUE)
                .number("f", 10);
        assertThat(written(payload))
                .isEqualTo("{\"a\":0,\"b\":\"x\",\"c\":true,\"d\":[\"1\",\"\"],\"e\":-9223372036854775808,\"f\":10}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain ~ text",
                "a \"quote\"",
                "back\\slash",
                "line\nfeed\ttab\u0001",
                "\u007f",
                "größe",
                "円",
                "😀"
            })
    void everyTextIsWrittenAsJacksonWritesIt(String text) throws IOException {
        var written = written(new Payload().text("name", text).list("names", List.of(text)));
        var quoted = JSON.writeValueAsString(text);
        assertThat(written).isEqualTo("{\"name\":" + quoted + ",\"names\":[" + quoted + "]}");
        assertThat(JSON.readTree(written).get("name").textValue()).isEqualTo(text);
    }

    @Test
    void aLongTextIsWrittenWhole() throws IOException {
        var text = "0123456789".repeat(1_000);
        var written = written(new Payload().text("long", text).text("longer", text + "ü" + text));
        assertThat(JSON.readTree(written).get("longer").textValue()).isEqualTo(text + "ü" + text);
    }
}
