package sluice.net.text;

/** What may follow a backslash in a JSON string (RFC 8259, section 7). */
final class JsonEscapes {

    private JsonEscapes() {}

    /** Where the escape that starts here, behind its backslash, ends; -1 when it is none. */
    static int end(byte[] bytes, int i) {
        return switch (bytes[i]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> i + 1;
            case 'u' -> isHex(bytes, i + 1) ? i + 5 : -1;
            default -> -1;
        };
    }

    private static boolean isHex(byte[] bytes, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
