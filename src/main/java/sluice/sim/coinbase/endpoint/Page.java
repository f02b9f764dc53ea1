package sluice.sim.coinbase.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import sluice.sim.coinbase.call.Refusal;

/**
 * Some of a list, and where the next begin.
 *
 * @param cursor where the next page begins, in words that are the venue's own; empty when there is none
 */
record Page<T>(List<T> items, boolean hasNext, String cursor) {

    static <T> Page<T> of(List<T> all, int from, int limit) {
        var end = Math.min(all.size(), from + limit);
        var more = end < all.size();
        return new Page<>(all.subList(from, end), more, more ? written(end) : "");
    }

    static String written(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p" + place).getBytes(StandardCharsets.US_ASCII));
    }

    static long read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.matches("p[0-9]{1,18}")) {
                return Long.parseLong(text.substring(1));
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("invalid cursor");
        }
        throw Refusal.invalid("invalid cursor");
    }

    static int offset(String cursor) {
        return (int) Math.min(Integer.MAX_VALUE, read(cursor));
    }
}
