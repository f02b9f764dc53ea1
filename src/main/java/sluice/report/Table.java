package sluice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under headings, each column as wide as it must be. Confined to one thread.
 *
 * <p>A heading that begins with {@code >} is of numbers, which stand right-aligned on the decimal point.
 */
public final class Table {

    private static final String NUMBERS = ">";

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
