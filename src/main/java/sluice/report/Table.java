package sluice.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under headings, each column as wide as it must be. Confined to one thread.
 *
 * <p>A heading that begins with {@code >} is of numbers, which stand right-aligned on the decimal point.
 */
public final class Table {

    private static final String NUMBERS = ">";
    private static final int GAP = 2;
    /** Of words that may be cut, the least that tells something. */
    private static final int TELLING = 8;

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

    /**
     * Only the first columns, those that a line has room for whole: half of a number is another one. Words in the last
     * column of all stay, to be cut.
     */
    public Table within(int room) {
        var kept = 0;
        var used = 0;
        for (; kept < heads.length; kept++) {
            var column = column(kept);
            var isLast = kept == heads.length - 1;
            var needed = isLast && !column.isNumbers() ? Math.min(column.width(), TELLING) : column.width();
            if (kept > 0 && used + needed > (isLast ? room : room - GAP)) {
                break;
            }
            used += column.width() + GAP;
        }
        var table = new Table(Arrays.copyOf(heads, kept));
        for (var row : rows) {
            table.rows.add(row.subList(0, Math.min(kept, row.size())));
        }
        return table;
    }

    public int columns() {
        return heads.length;
    }

    /** @param room characters in a line; 0 for as many as there are */
    List<String> lines(boolean colour, int room) {
        var columns = IntStream.range(0, heads.length).mapToObj(this::column).toList();
        return new Folding(columns, room, colour).lines(rows.size() + 1);
    }

    private Column column(int column) {
        var numbers = heads[column].startsWith(NUMBERS);
        var decimals = numbers ? decimals(column) : 0;
        var texts = new ArrayList<>(List.of(numbers ? heads[column].substring(1) : heads[column]));
        var inks = new ArrayList<>(List.of(Ink.DIM));
        for (var row : rows) {
            var text = cell(row, column).text();
            texts.add(numbers ? aligned(text, decimals) : text);
            inks.add(cell(row, column).ink());
        }
        var width = texts.stream().mapToInt(String::length).max().orElse(0);
        return new Column(
                texts.stream().map(text -> padded(text, width, numbers)).toList(), inks, width, numbers);
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
