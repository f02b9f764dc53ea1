package sluice.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LETTERS = "ab09 .,:{}[]\"\\\n\t\u00e9\u20bf\ud83d\ude00'";

    private final Fields fields = new Fields();

    private Fields of(String json) {
        fields.read(json.getBytes(StandardCharsets.UTF_8));
        return fields;
    }

    @Test
    void readsWhatJacksonReadsWhateverTheTexts() throws IOException {
        var random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            var payload = payload(random);
            var expected = JSON.readTree(payload);
            fields.read(payload);

            expected.fieldNames().forEachRemaining(name -> {
                if (expected.get(name).isArray()) {
                    var texts = new ArrayList<String>();
                    expected.get(name).forEach(item -> texts.add(item.asText()));
                    assertThat(fields.list(name)).isEqualTo(texts);
                } else {
                    assertThat(fields.text(name)).isEqualTo(expected.get(name).asText());
                }
            });
            assertThat(fields.text("nowhere")).isEmpty();
        }
    }

    private static byte[] payload(Random random) {
        var out = new Payload();
        for (int field = 0; field < random.nextInt(60); field++) {
            switch (random.nextInt(4)) {
                case 0 -> out.number("n" + field, random.nextLong());
                case 1 -> out.flag("f" + field, true);
                case 2 -> out.list("l" + field, List.of(text(random), text(random)));
                default -> out.text("t" + field, text(random));
            }
        }
        return out.done();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(random.nextBoolean() ? 7 : LETTERS.length() - 3)));
        }
        return text.toString();
    }

    @Test
    void readsAFormThatWeDoNotWrite() {
        var read = of("{ \"a\" : \"x\\u0041\" ,\n \"b\" : 1.5, \"c\" : [ \"d\\\"\" ], \"e\" : true }");

        assertThat(read.text("a")).isEqualTo("xA");
        assertThat(read.decimal("b")).isEqualTo(new BigDecimal("1.5"));
        assertThat(read.list("c")).containsExactly("d\"");
        assertThat(read.flag("e")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"x\"", "{\"a\":\"x}", "{\"a\" \"x\"}", "{\"a\":\"x\",}", "{\"a\":tru}"})
    void refusesWhatIsNoObject(String json) {
        assertThatThrownBy(() -> of(json)).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "0.5",
                "-0.00001",
                "60000.05",
                "12345678901234567890.5",
                "00012.3400",
                "1E+3",
                "999999999999999999"
            })
    void readsADecimalAsTheJdkDoes(String text) {
        assertThat(of("{\"a\":\"" + text + "\"}").decimal("a")).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.", ".5", "1.2.3", "1-2", "x"})
    void refusesADecimalThatTheJdkRefuses(String text) {
        var read = of("{\"a\":\"" + text + "\"}");
        var jdk = org.assertj.core.api.Assertions.catchThrowable(() -> new BigDecimal(text));
        var ours = org.assertj.core.api.Assertions.catchThrowable(() -> read.decimal("a"));

        assertThat(ours == null).isEqualTo(jdk == null);
    }

    @Test
    void readsAnInstantAsTheJdkDoes() {
        var random = new Random(3);
        for (int round = 0; round < 3_000; round++) {
            var nanos = switch (round % 4) {
                case 0 -> 0;
                case 1 -> random.nextInt(1_000) * 1_000_000;
                case 2 -> random.nextInt(1_000_000) * 1_000;
                default -> random.nextInt(1_000_000_000);
            };
            var instant = Instant.ofEpochSecond(random.nextInt() * 20L + 3_000_000_000L, nanos);
            assertThat(of("{\"a\":\"" + instant + "\"}").instant("a")).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:01Z", "yesterday"})
    void refusesATimeThatIsNone(String text) {
        var read = of("{\"a\":\"" + text + "\"}");
        assertThatThrownBy(() -> read.instant("a")).isInstanceOf(java.time.format.DateTimeParseException.class);
    }
}
