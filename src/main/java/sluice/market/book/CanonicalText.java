package sluice.market.book;

import java.util.Arrays;

/**
 * A whole book as text that two builders can compare: all bids high to low as {@code b <price> <qty>}, then all asks
 * low to high as {@code a <price> <qty>}, plain numbers without trailing zeros, each line ended by a newline.
 */
final class CanonicalText {

    private static final int LONGEST_NUMBER = 2 * Scale.LONGEST + 2;
    private static final int LONGEST_LINE = 2 * LONGEST_NUMBER + 4;

    private final byte[] text;
    private int end;

    private CanonicalText(int levels) {
        text = new byte[levels * LONGEST_LINE];
    }

    static byte[] of(BookCopy book) {
        var text = new CanonicalText(book.bids().size() + book.asks().size());
        text.side('b', book.bids(), book);
        text.side('a', book.asks(), book);
        return Arrays.copyOf(text.text, text.end);
    }

    private void side(char name, BookCopy.Half half, BookCopy book) {
        for (int i = 0; i < half.size(); i++) {
            put(name);
            put(' ');
            number(half.px(i), book.pxScale());
            put(' ');
            number(half.qtys()[i], book.qtyScale());
            put('\n');
        }
    }

    private void number(long value, int scale) {
        long whole = value / Scale.power(scale);
        long fraction = value % Scale.power(scale);
        digits(whole, 1);
        if (fraction != 0) {
            int places = scale;
            while (fraction % 10 == 0) {
                fraction /= 10;
                places--;
            }
            put('.');
            digits(fraction, places);
        }
    }

    /** At least so many digits, from the last to the first. */
    private void digits(long value, int least) {
        int length = least;
        while (length < Scale.LONGEST && value >= Scale.power(length)) {
            length++;
        }
        long left = value;
        for (int i = end + length - 1; i >= end; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        end += length;
    }

    private void put(char c) {
        text[end++] = (byte) c;
    }
}
