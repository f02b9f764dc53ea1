package sluice.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, each column as wide as it must be. Confined to one thread.
 *
 * <p>A heading that begins with {@code >} is of numbers, which stand right-aligned on the decimal point.
 */
public final class Table {

    private static final String NUMBERS = ">";
    private static final String GAP = "  ";

    private final String[] heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.heads = heads;
    }

    /** Adds a row of {@link Cell}s, or of anything that says itself as text. */
    public Table row(Object... cells) {
        var row = new ArrayList<Cell>(cells.length);
        for (var cell : cells) {
            row.add(Cell.of(cell));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    List<String> lines(boolean colour) {
        var lines = new ArrayList<StringBuilder>();
        for (int i = 0; i <= rows.size(); i++) {
            lines.add(new StringBuilder());
        }
        for (int column = 0; column < heads.length; column++) {
            write(column, lines, colour);
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    private void write(int column, List<StringBuilder> lines, boolean colour) {
        var numbers = heads[column].startsWith(NUMBERS);
        var head = numbers ? heads[column].substring(1) : heads[column];
        var decimals = numbers ? decimals(column) : 0;
        var texts = new ArrayList<String>();
        for (var row : rows) {
            texts.add(
                    numbers
                            ? aligned(cell(row, column).text(), decimals)
                            : cell(row, column).text());
        }
        var width = head.length();
        for (var text : texts) {
            width = Math.max(width, text.length());
        }
        var last = column == heads.length - 1;
        append(lines.get(0), padded(head, width, numbers), Ink.DIM, last, colour);
        for (int i = 0; i < rows.size(); i++) {
            var text = padded(texts.get(i), width, numbers);
            append(lines.get(i + 1), text, cell(rows.get(i), column).ink(), last, colour);
        }
    }

    private static void append(StringBuilder line, String text, Ink ink, boolean last, boolean colour) {
        var shown = last ? text.stripTrailing() : text;
        line.append(colour ? ink.on(shown) : shown).append(last ? "" : GAP);
    }

    private static Cell cell(List<Cell> row, int column) {
        return column < row.size() ? row.get(column) : Cell.EMPTY;
    }

    private int decimals(int column) {
        var most = 0;
        for (var row : rows) {
            most = Math.max(most, fraction(cell(row, column).text()));
        }
        return most;
    }

    /** How many characters follow the place of the decimal point, the point itself included. */
    private static int fraction(String text) {
        var point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point;
    }

    private static String aligned(String text, int decimals) {
        return text + " ".repeat(decimals - fraction(text));
    }

    private static String padded(String text, int width, boolean right) {
        var pad = " ".repeat(width - text.length());
        return right ? pad + text : text + pad;
    }
}
