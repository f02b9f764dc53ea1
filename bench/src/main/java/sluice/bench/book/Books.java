package sluice.bench.book;

import java.math.BigDecimal;

/** How a book is written down for comparison. */
final class Books {

    private Books() {}

    static String plain(String decimal) {
        return plain(new BigDecimal(decimal));
    }

    static String plain(BigDecimal decimal) {
        return decimal.stripTrailingZeros().toPlainString();
    }
}
