package sluice.sim.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void aTreeIsWrittenAsItsLibraryWritesIt() {
        var tree = Json.object();
        tree.put("text", "a \"b\" \\ c/\n\u0001 \u00e9 \ud83d\ude00").put("big", new BigDecimal("1E+3"));
        tree.put("whole", 7)
                .put("long", Long.MIN_VALUE)
                .put("real", 1.5e-7)
                .put("flag", true)
                .putNull("none");
        tree.set("empty", Json.object());
        tree.set("list", Json.texts(List.of("x", "")).add(Json.array()).add(3));
        assertThat(Json.text(tree)).isEqualTo(tree.toString());
        assertThat(Json.text(Json.array())).isEqualTo("[]");
    }
}
