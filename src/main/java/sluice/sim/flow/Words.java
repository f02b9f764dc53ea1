package sluice.sim.flow;

/** A generator's state as text and back, exact to the bit: doubles go by their bits. */
final class Words {

    private final String[] words;
    private int at;

    Words(String text) {
        this.words = text.split(" ", -1);
    }

    static String join(Object... values) {
        var text = new StringBuilder();
        for (var value : values) {
            text.append(text.isEmpty() ? "" : " ").append(word(value));
        }
        return text.toString();
    }

    private static String word(Object value) {
        return value instanceof Double number ? Long.toHexString(Double.doubleToLongBits(number)) : value.toString();
    }

    boolean hasMore() {
        return at < words.length;
    }

    String text() {
        return words[at++];
    }

    long whole() {
        return Long.parseLong(text());
    }

    double real() {
        return Double.longBitsToDouble(Long.parseUnsignedLong(text(), 16));
    }
}
