package sluice.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays columns side by side. Where a line has no room for all of them, the others follow below it, set in, and so does
 * the end of a long text in the last one; nothing is left out. Immutable.
 *
 * @param room characters in a line; 0 for as many as there are
 */
record Folding(List<Column> columns, int room, boolean colour) {

    private static final String GAP = "  ";
    private static final String SET_IN = "    ";

    Folding {
        columns = List.copyOf(columns);
    }

    List<String> lines(int rows) {
        var bands = bands();
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            for (int band = 0; band < bands.size(); band++) {
                if (band == 0 || isShown(bands.get(band), row)) {
                    lines.addAll(line(bands.get(band), row, band == 0 ? "" : SET_IN));
                }
            }
        }
        return lines;
    }

    /** Columns that go on one line, and those of each line below. */
    private List<List<Column>> bands() {
        var bands = new ArrayList<List<Column>>(List.of(new ArrayList<>()));
        var used = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var needed = i == columns.size() - 1 ? column.least() : column.width();
            if (room > 0 && used + needed > room && used > SET_IN.length()) {
                bands.add(new ArrayList<>());
                used = SET_IN.length();
            }
            bands.get(bands.size() - 1).add(column);
            used += column.width() + GAP.length();
        }
        return bands;
    }

    private static boolean isShown(List<Column> band, int row) {
        return row == 0
                ? !band.stream().allMatch(Column::isEmpty)
                : !band.stream().allMatch(each -> each.isBlank(row));
    }

    private List<String> line(List<Column> band, int row, String begin) {
        var line = new StringBuilder(begin);
        var at = begin.length();
        for (var column : band.subList(0, band.size() - 1)) {
            line.append(ink(column, row, column.text(row))).append(GAP);
            at += column.width() + GAP.length();
        }
        var last = band.get(band.size() - 1);
        var lines = new ArrayList<String>();
        for (var part : parts(last, row, at)) {
            lines.add((line + ink(last, row, part)).stripTrailing());
            line = new StringBuilder(" ".repeat(at));
        }
        return lines;
    }

    private String ink(Column column, int row, String text) {
        return colour ? column.ink(row).on(text) : text;
    }

    /** The text of the last column of a line, as much on each as there is room for. */
    private List<String> parts(Column column, int row, int at) {
        var parts = new ArrayList<String>();
        var rest = column.text(row).stripTrailing();
        var most = room - at;
        while (room > 0 && rest.length() > most && !column.isNumbers() && most >= column.least()) {
            var blank = rest.lastIndexOf(' ', most);
            var cut = blank > most / 2 ? blank : most;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        parts.add(rest);
        return parts;
    }
}
