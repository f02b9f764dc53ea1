package sluice.venue.binance.market.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.binance.market.wire.DepthWire.Kind;

class DepthWireTest {

    private static final String RAW =
            "{\"e\":\"depthUpdate\",\"E\":1760000000100,\"s\":\"BTCUSDT\",\"U\":1001,\"u\":1004,"
                    + "\"b\":[[\"60000.10000000\",\"0.00000000\"]],\"a\":[[\"60000.11\",\"1.5\",[]]]}";

    private final Slots slots = new Slots();
    private final DepthWire wire = new DepthWire(slots);

    @BeforeEach
    void oneSymbol() {
        slots.add("BTCUSDT");
    }

    @Test
    void aRawFrameIsRead() {
        assertThat(wire.read(RAW)).isEqualTo(Kind.DEPTH);
        assertThat(wire.book()).isZero();
        assertThat(event())
                .isEqualTo(new DepthReference.Event(
                        "BTCUSDT", 1001, 1004, List.of("60000.1 x 0"), List.of("60000.11 x 1.5")));
    }

    @Test
    void anEnvelopedFrameIsReadWhateverComesFirst() {
        assertThat(wire.read("{\"data\":" + RAW + ",\"stream\":\"btcusdt@depth@100ms\"}"))
                .isEqualTo(Kind.DEPTH);
        assertThat(event().last()).isEqualTo(1004);
    }

    @Test
    void scalesAreLearntAndKept() {
        wire.read(RAW);
        assertThat(wire.levels().pxScale()).isEqualTo(2);
        wire.read(RAW.replace("60000.11", "60000.0000001"));
        assertThat(wire.levels().pxScale()).isEqualTo(7);
        assertThat(event().bids()).containsExactly("60000.1 x 0");
        wire.read(RAW);
        assertThat(wire.levels().pxScale()).isEqualTo(7);
        assertThat(event().asks()).containsExactly("60000.11 x 1.5");
    }

    @Test
    void aSymbolNobodyAskedForHasNoSlot() {
        assertThat(wire.read(RAW.replace("BTCUSDT", "XRPUSDT"))).isEqualTo(Kind.DEPTH);
        assertThat(wire.book()).isEqualTo(Slots.NONE);
        assertThat(wire.symbol()).isEqualTo("XRPUSDT");
        assertThat(slots.add("XRPUSDT")).isEqualTo(slots.find("XRPUSDT")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":null,\"id\":1}",
                "{}",
                "{\"u\":400900217,\"s\":\"BTCUSDT\",\"b\":\"25.35190000\",\"B\":\"31.2\",\"a\":\"25.36\",\"A\":\"40\"}",
                "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"p\":\"1\"}}",
                "{\"e\":\"serverShutdown\",\"E\":1760000000000}"
            })
    void otherFramesAreOther(String frame) {
        assertThat(wire.read(frame)).isEqualTo(Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>502 Bad Gateway</body></html>",
                "[]",
                "null",
                "{\"e\":\"depthUpdate\"}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":\"1\",\"u\":2,\"b\":[],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[],\"a\":[]}}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"u\":3,\"b\":[],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"\\u0075\":2,\"b\":[],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\"1\",\"-2\"]],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\"1e3\",\"2\"]],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[1,2]],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\"1\"]],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\"1.\",\"2\"]],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\".1\",\"2\"]],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"a\":[],"
                        + "\"b\":[[\"1\",\"1234567890123456789\"]]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"a\":[],"
                        + "\"b\":[[\"1\",\"0.0000000000000000001\"]]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":1234567890123456789,\"b\":[],\"a\":[]}",
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"data\":{\"u\":2,\"b\":[],\"a\":[]}}"
            })
    void whatIsNotADepthFrameIsRefused(String frame) {
        assertThatThrownBy(() -> wire.read(frame)).isInstanceOf(MalformedFrameException.class);
        assertThat(wire.read(RAW)).isEqualTo(Kind.DEPTH);
        assertThat(event().first()).isEqualTo(1001);
    }

    @Test
    void aFrameOfManyMegabytesIsRefused() {
        assertThatThrownBy(() -> wire.read(" ".repeat(9 << 20))).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        var deep = "[".repeat(100_000);
        assertThatThrownBy(() -> wire.read("{\"x\":" + deep)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void aSnapshotIsReadInAnyOrder() {
        wire.readSnapshot(
                0,
                "{\"asks\":[[\"60000.01000000\",\"0.70000000\"]], \"bids\":[[\"60000\",\"1.5\"]],"
                        + "\"x\":[1],\"lastUpdateId\":1000}");
        assertThat(wire.last()).isEqualTo(1000);
        assertThat(event().bids()).containsExactly("60000 x 1.5");
        assertThat(event().asks()).containsExactly("60000.01 x 0.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
                "{\"lastUpdateId\":1,\"bids\":[]}",
                "{\"lastUpdateId\":1,\"bids\":[],\"asks\":[]",
                "{\"lastUpdateId\":null,\"bids\":[],\"asks\":[]}",
                "<html>"
            })
    void whatIsNotASnapshotIsRefused(String body) {
        assertThatThrownBy(() -> wire.readSnapshot(0, body)).isInstanceOf(MalformedFrameException.class);
    }

    private DepthReference.Event event() {
        return DepthReference.of(wire, "BTCUSDT");
    }
}
