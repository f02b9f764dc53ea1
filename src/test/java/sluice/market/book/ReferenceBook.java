package sluice.market.book;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.TreeMap;

/** The same book in the plainest way: two sorted maps of exact decimals. */
final class ReferenceBook {

    final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    void set(boolean bid, BigDecimal px, BigDecimal qty) {
        var side = bid ? bids : asks;
        if (qty.signum() == 0) {
            side.remove(px);
        } else {
            side.put(px, qty);
        }
    }

    boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey().compareTo(asks.firstKey()) >= 0;
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    String text() {
        var text = new StringBuilder();
        bids.forEach((px, qty) -> line(text, "b", px, qty));
        asks.forEach((px, qty) -> line(text, "a", px, qty));
        return text.toString();
    }

    private static void line(StringBuilder text, String side, BigDecimal px, BigDecimal qty) {
        text.append(side)
                .append(' ')
                .append(plain(px))
                .append(' ')
                .append(plain(qty))
                .append('\n');
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String textOf(Book book) {
        return book.canonicalText()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElse("absent");
    }
}
