package sluice.venue.coinbase.market.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.bad.Damage;

/** The scanner and Jackson read the same events from a frame, or the scanner refuses it. */
class FrameWireProperties {

    static final List<String> PRODUCTS = List.of("BTC-USD", "ETH-USD");

    private FrameWire wire = wire();

    @Property(tries = 3000)
    void aFrameInAnyShapeIsReadAsJacksonReadsIt(@ForAll long seed) {
        var frame = new Dice(new Random(seed)).frame();
        assertThat(read(frame))
                .as(frame)
                .isEqualTo(FrameReference.readStrictly(frame))
                .isPresent();
    }

    @Property(tries = 20_000)
    void aDamagedFrameIsReadAsJacksonReadsItOrRefused(@ForAll long seed) {
        wire = wire();
        var random = new Random(seed);
        var frame = Damage.of(new Dice(random).frame(), random);
        var read = read(frame);
        if (read.isPresent()) {
            assertThat(read).as(frame).isEqualTo(FrameReference.read(frame));
        } else if (!frame.contains("\\") && !frame.contains("-0")) {
            assertThat(FrameReference.readStrictly(frame).filter(FrameWireProperties::canBeKept))
                    .as(frame)
                    .isEmpty();
        }
    }

    @Property(tries = 2000)
    void bytesAreReadAsTextIs(@ForAll long seed) {
        var random = new Random(seed);
        var frame = Damage.of(new Dice(random).frame(), random).replaceAll("[^\\x00-\\xff]", "?");
        var bytes = ("xx" + frame + "}").getBytes(StandardCharsets.ISO_8859_1);
        wire = wire();
        var fromBytes = read(bytes, 2, bytes.length - 1);
        wire = wire();
        assertThat(fromBytes).isEqualTo(read(frame));
    }

    private static FrameWire wire() {
        var slots = new Slots();
        PRODUCTS.forEach(slots::add);
        return new FrameWire(slots);
    }

    /** With numbers that fit one scale. */
    private static boolean canBeKept(FrameReference.Frame frame) {
        return !frame.events().toString().matches(".*[0-9.]{11,}.*");
    }

    private Optional<FrameReference.Frame> read(String frame) {
        try {
            return wire.read(frame) == FrameWire.Kind.DEPTH ? Optional.of(FrameReference.of(wire)) : Optional.empty();
        } catch (MalformedFrameException e) {
            return Optional.empty();
        }
    }

    private Optional<FrameReference.Frame> read(byte[] frame, int from, int to) {
        try {
            return wire.read(frame, from, to) == FrameWire.Kind.DEPTH
                    ? Optional.of(FrameReference.of(wire))
                    : Optional.empty();
        } catch (MalformedFrameException e) {
            return Optional.empty();
        }
    }

    /** Throws frames that are right, as the venue writes them and in every other shape that JSON allows. */
    private static final class Dice {

        private final Random random;
        private final boolean usual;

        Dice(Random random) {
            this.random = random;
            usual = random.nextBoolean();
        }

        String frame() {
            var number = Integer.toString(random.nextInt(Integer.MAX_VALUE));
            return object(
                    "\"channel\":\"l2_data\"",
                    "\"client_id\":\"\"",
                    "\"sequence_num\":" + (random.nextInt(5) == 0 ? "\"" + number + "\"" : number),
                    "\"events\":" + gap() + list(1 + random.nextInt(2), this::event));
        }

        private String event() {
            var product = random.nextInt(8) == 0 ? "SOL-USD" : PRODUCTS.get(random.nextInt(2));
            return object(
                    "\"type\":\"" + (random.nextBoolean() ? "update" : "snapshot") + "\"",
                    "\"product_id\":" + gap() + "\"" + product + "\"",
                    "\"updates\":" + list(random.nextInt(6), this::level));
        }

        private String level() {
            return object(
                    "\"side\":\"" + (random.nextBoolean() ? "bid" : "offer") + "\"",
                    "\"event_time\":\"2026-11-01T00:00:00." + random.nextInt(1000) + "Z\"",
                    "\"price_level\":" + gap() + decimal(),
                    "\"new_quantity\":" + gap() + decimal());
        }

        private String list(int size, Supplier<String> element) {
            var elements = new ArrayList<String>();
            for (int i = 0; i < size; i++) {
                elements.add(element.get());
            }
            return "[" + gap() + String.join(gap() + "," + gap(), elements) + gap() + "]";
        }

        private String object(String... keys) {
            var fields = new ArrayList<>(List.of(keys));
            if (!usual && random.nextInt(3) == 0) {
                fields.add("\"x" + random.nextInt(3) + "\":" + gap() + value(3));
            }
            if (!usual && random.nextBoolean()) {
                Collections.shuffle(fields, random);
            }
            return "{" + gap() + String.join(gap() + "," + gap(), fields) + gap() + "}" + gap();
        }

        private String decimal() {
            var whole = random.nextInt(8) == 0 ? "0" : Integer.toString(random.nextInt(100_000));
            var fraction = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                fraction.append(random.nextInt(10));
            }
            return "\"" + (random.nextInt(20) == 0 ? "00" : "") + whole + (fraction.isEmpty() ? "" : "." + fraction)
                    + "\"";
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
                default -> "{\"u\":" + value(depth - 1) + ",\"b\":" + value(depth - 1) + "}";
            };
        }

        private String gap() {
            return !usual && random.nextInt(6) == 0 ? " \t\r\n".substring(random.nextInt(4)) : "";
        }
    }
}
