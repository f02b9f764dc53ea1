package sluice.venue.bybit.market.wire;

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
import sluice.venue.bad.Damage;
import sluice.venue.bybit.market.wire.BookWire.Kind;

/** The scanner and Jackson read the same message from a frame, or the scanner refuses it. */
class BookWireProperties {

    private BookWire wire = wire();

    @Property(tries = 3000)
    void aFrameInAnyShapeIsReadAsJacksonReadsIt(@ForAll long seed) {
        var frame = new FrameDice(new Random(seed)).frame();
        assertThat(read(frame))
                .as(frame)
                .isEqualTo(BookReference.readStrictly(frame))
                .isPresent();
    }

    @Property(tries = 20_000)
    void aDamagedFrameIsReadAsJacksonReadsItOrRefused(@ForAll long seed) {
        wire = wire();
        var random = new Random(seed);
        var frame = latin(Damage.of(new FrameDice(random).frame(), random));
        var message = read(frame);
        if (message.isPresent()) {
            // Characters beyond Latin-1 lose their high byte, and none of those that damage brings is then a plain one.
            assertThat(message).as(frame).isEqualTo(BookReference.read(frame.replace('\ufffd', '\u00fd')));
        } else if (!frame.contains("\\") && !frame.contains("-0")) {
            assertThat(BookReference.readStrictly(frame).filter(BookWireProperties::canBeKept))
                    .as(frame)
                    .isEmpty();
        }
    }

    @Property(tries = 2000)
    void bytesAreReadAsTextIs(@ForAll long seed) {
        var random = new Random(seed);
        var frame = Damage.of(new FrameDice(random).frame(), random);
        var bytes = ("xx" + frame + "}").getBytes(StandardCharsets.ISO_8859_1);
        var text = new String(bytes, 2, bytes.length - 3, StandardCharsets.ISO_8859_1);
        assertThat(read(bytes, 2, bytes.length - 1)).isEqualTo(read(text));
    }

    /** A topic is shown as Latin, whatever it is: those that anybody asked for are. */
    private static String latin(String frame) {
        return new String(frame.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    private static BookWire wire() {
        var slots = new Slots();
        slots.add("orderbook.50.ETHUSDT");
        slots.add("orderbook.200.BTCUSDT");
        return new BookWire(slots);
    }

    /** Of a known topic, and with numbers that fit one scale. */
    private static boolean canBeKept(BookReference.Message message) {
        return message.topic().matches("orderbook\\.(50\\.ETH|200\\.BTC)USDT")
                && !(message.bids() + " " + message.asks()).matches(".*[0-9.]{11,}.*");
    }

    private Optional<BookReference.Message> read(String frame) {
        try {
            return message(wire.read(frame));
        } catch (MalformedFrameException e) {
            return Optional.empty();
        }
    }

    private Optional<BookReference.Message> read(byte[] frame, int from, int to) {
        try {
            return message(wire.read(frame, from, to));
        } catch (MalformedFrameException e) {
            return Optional.empty();
        }
    }

    private Optional<BookReference.Message> message(Kind kind) {
        return kind == Kind.OTHER ? Optional.empty() : Optional.of(BookReference.of(wire, kind));
    }

    /** Throws frames that are right, in every shape that JSON allows. */
    private record FrameDice(Random random) {

        String frame() {
            var eth = random.nextBoolean();
            var topic = eth ? "orderbook.50.ETHUSDT" : "orderbook.200.BTCUSDT";
            var fields = new ArrayList<>(List.of(
                    "\"topic\":" + gap() + "\"" + topic + "\"",
                    "\"type\" :\"" + (random.nextBoolean() ? "snapshot" : "delta") + "\"",
                    "\"ts\":1760000000100",
                    "\"cts\":1760000000099",
                    "\"data\":" + gap() + data(eth ? "ETHUSDT" : "BTCUSDT")));
            return object(odd(fields));
        }

        private String data(String symbol) {
            var fields = new ArrayList<>(List.of(
                    "\"s\":\"" + symbol + "\"",
                    "\"b\":" + gap() + levels(),
                    "\"a\":" + levels(),
                    "\"u\":" + gap() + random.nextInt(Integer.MAX_VALUE)));
            if (random.nextInt(10) > 0) {
                fields.add("\"seq\":" + random.nextLong(1_000_000_000_000_000_000L));
            }
            return object(odd(fields));
        }

        private List<String> odd(List<String> fields) {
            for (int extra = random.nextInt(3); extra > 0; extra--) {
                fields.add("\"x" + extra + "\":" + gap() + value(3));
            }
            if (random.nextBoolean()) {
                Collections.shuffle(fields, random);
            }
            return fields;
        }

        private String object(List<String> fields) {
            return "{" + gap() + String.join(gap() + "," + gap(), fields) + gap() + "}" + gap();
        }

        private String levels() {
            List<String> levels = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                levels.add("[" + gap() + decimal() + gap() + "," + gap() + decimal() + gap() + "]");
            }
            return "[" + String.join(gap() + "," + gap(), levels) + "]";
        }

        private String decimal() {
            var whole = random.nextInt(8) == 0 ? "0" : Integer.toString(random.nextInt(100_000));
            var fraction = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                fraction.append(random.nextInt(10));
            }
            return "\"" + whole + (fraction.isEmpty() ? "" : "." + fraction) + "\"";
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
