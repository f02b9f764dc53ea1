package sluice.venue.binance.market.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.binance.market.wire.DepthWire.Kind;

/** The scanner and Jackson read the same event from a frame, or the scanner refuses it. */
class DepthWireProperties {

    private static final String JUNK = "{}[]\",:0123456789.-+eE\\ubaUsntrf \t\0\u00e9<";

    private DepthWire wire = wire();

    @Property(tries = 3000)
    void aFrameInAnyShapeIsReadAsJacksonReadsIt(@ForAll long seed) {
        var frame = new FrameDice(new Random(seed)).frame();
        assertThat(read(frame))
                .as(frame)
                .isEqualTo(DepthReference.readStrictly(frame))
                .isPresent();
    }

    @Property(tries = 20_000)
    void aDamagedFrameIsReadAsJacksonReadsItOrRefused(@ForAll long seed) {
        wire = wire();
        var random = new Random(seed);
        var frame = damaged(new FrameDice(random).frame(), random);
        var event = read(frame);
        if (event.isPresent()) {
            assertThat(event).as(frame).isEqualTo(DepthReference.read(frame));
        } else if (!frame.contains("\\") && !frame.contains("-0") && !frame.contains("\"data\"")) {
            assertThat(DepthReference.readStrictly(frame).filter(DepthWireProperties::canBeKept))
                    .as(frame)
                    .isEmpty();
        }
    }

    @Property(tries = 2000)
    void bytesAreReadAsTextIs(@ForAll long seed) {
        var random = new Random(seed);
        var frame = damaged(new FrameDice(random).frame(), random);
        var bytes = ("xx" + frame + "}").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(bytes, 2, bytes.length - 1)).isEqualTo(read(frame));
    }

    private static DepthWire wire() {
        var slots = new Slots();
        slots.add("ETHUSDT");
        slots.add("BTCUSDT");
        return new DepthWire(slots);
    }

    /** Of a known symbol, and with numbers that fit one scale. */
    private static boolean canBeKept(DepthReference.Event event) {
        return event.symbol().matches("(BTC|ETH)USDT")
                && !(event.bids() + " " + event.asks()).matches(".*[0-9.]{11,}.*");
    }

    private Optional<DepthReference.Event> read(String frame) {
        try {
            return event(wire.read(frame));
        } catch (MalformedFrameException e) {
            return Optional.empty();
        }
    }

    private Optional<DepthReference.Event> read(byte[] frame, int from, int to) {
        try {
            return event(wire.read(frame, from, to));
        } catch (MalformedFrameException e) {
            return Optional.empty();
        }
    }

    private Optional<DepthReference.Event> event(Kind kind) {
        if (kind == Kind.OTHER || wire.book() == Slots.NONE) {
            return Optional.empty();
        }
        return Optional.of(DepthReference.of(wire, wire.book() == 1 ? "BTCUSDT" : "ETHUSDT"));
    }

    private static String damaged(String frame, Random random) {
        var text = new StringBuilder(frame);
        for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
            int at = random.nextInt(text.length());
            var junk = JUNK.charAt(random.nextInt(JUNK.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(at + 1);
                case 1 -> text.setCharAt(at, junk);
                case 2 -> text.insert(at, junk);
                case 3 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(6)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        return text.toString();
    }

    /** Throws frames that are right, in every shape that JSON allows. */
    private record FrameDice(Random random) {

        String frame() {
            var event = event();
            if (random.nextBoolean()) {
                return event;
            }
            return object(List.of("\"stream\":" + gap() + "\"btcusdt@depth@100ms\"", "\"data\":" + gap() + event));
        }

        private String event() {
            List<String> fields = new ArrayList<>(List.of(
                    "\"e\":" + gap() + "\"depthUpdate\"",
                    "\"E\":1760000000100",
                    "\"s\":\"" + (random.nextBoolean() ? "BTCUSDT" : "ETHUSDT") + "\"",
                    "\"U\":" + gap() + random.nextInt(Integer.MAX_VALUE),
                    "\"u\" :" + random.nextLong(1_000_000_000_000_000_000L),
                    "\"b\":" + gap() + levels(),
                    "\"a\":" + levels()));
            for (int extra = random.nextInt(3); extra > 0; extra--) {
                fields.add("\"x" + extra + "\":" + gap() + value(3));
            }
            if (random.nextBoolean()) {
                Collections.shuffle(fields, random);
            }
            return object(fields);
        }

        private String object(List<String> fields) {
            return "{" + gap() + String.join(gap() + "," + gap(), fields) + gap() + "}" + gap();
        }

        private String levels() {
            List<String> levels = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                var more = random.nextInt(10) == 0 ? "," + value(2) : "";
                levels.add("[" + gap() + decimal() + gap() + "," + gap() + decimal() + more + gap() + "]");
            }
            return "[" + String.join(gap() + "," + gap(), levels) + "]";
        }

        private String decimal() {
            var whole = random.nextInt(8) == 0 ? "0" : Integer.toString(random.nextInt(100_000));
            int places = random.nextInt(9);
            var fraction = new StringBuilder();
            for (int i = 0; i < places; i++) {
                fraction.append(random.nextInt(10));
            }
            var pad = random.nextBoolean() ? "0".repeat(8 - places) : "";
            var digits = fraction + pad;
            return "\"" + (random.nextInt(20) == 0 ? "00" : "") + whole + (digits.isEmpty() ? "" : "." + digits) + "\"";
        }

        private String value(int depth) {
            return switch (random.nextInt(depth == 0 ? 5 : 8)) {
                case 0 -> "-12.50e+3";
                case 1 -> "\"b\\u0041\\\"\u00e9\"";
                case 2 -> "null";
                case 3 -> "true";
                case 4 -> "0";
                case 5 -> "[" + gap() + "]";
                case 6 -> "[" + value(depth - 1) + gap() + "," + value(depth - 1) + "]";
                default -> object(List.of("\"u\":" + value(depth - 1), "\"b\":" + value(depth - 1)));
            };
        }

        private String gap() {
            return random.nextInt(6) == 0 ? " \t\r\n".substring(random.nextInt(4)) : "";
        }
    }
}
