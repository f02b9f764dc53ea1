package sluice.report;

import java.util.List;

/**
 * One column of a table: its heading and its cells, all of one width. Immutable.
 *
 * @param texts the heading first
 * @param isNumbers whether it is kept whole, since digits on two lines are another number
 */
record Column(List<String> texts, List<Ink> inks, int width, boolean isNumbers) {

    /** The least of it that a line has to have room for. */
    private static final int READABLE = 24;

    Column {
        texts = List.copyOf(texts);
        inks = List.copyOf(inks);
    }

    /** What it needs at the end of a table, where it may be set on several lines. */
    int least() {
        return isNumbers ? width : Math.min(width, READABLE);
    }

    boolean isBlank(int row) {
        return texts.get(row).isBlank();
    }

    /** Whether no row has anything in it. */
    boolean isEmpty() {
        return texts.stream().skip(1).allMatch(String::isBlank);
    }

    String text(int row) {
        return texts.get(row);
    }

    Ink ink(int row) {
        return inks.get(row);
    }
}
