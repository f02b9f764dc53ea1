package sluice.dash.cell;

import java.util.List;

/** The signs that a terminal can show: block elements and lines, or ASCII only. Immutable. */
public record Glyphs(boolean isRich) {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_HEIGHTS = "_.-=+*%#";

    public String cut() {
        return isRich ? "…" : "~";
    }

    public String across() {
        return isRich ? "─" : "-";
    }

    public String down() {
        return isRich ? "│" : "|";
    }

    /** Stands beside what is our own. */
    public String own() {
        return isRich ? "◆" : "*";
    }

    /** Stands beside what keys go to. */
    public String focus() {
        return isRich ? "▶" : ">";
    }

    /** So much of so many columns, from the left. */
    public String bar(double share, int columns) {
        var within = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        if (!isRich) {
            return padded("#".repeat((int) Math.round(within * columns)), columns);
        }
        var eighths = (int) Math.round(within * columns * 8);
        var whole = "█".repeat(eighths / 8);
        var rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return padded(whole + rest, columns);
    }

    /** A progress bar, whose empty part shows too. */
    public String progress(double share, int columns) {
        var empty = isRich ? "░" : ".";
        return bar(share, columns).replace(" ", empty);
    }

    private static String padded(String bar, int columns) {
        return bar + " ".repeat(Math.max(0, columns - bar.length()));
    }

    /** The last numbers as a small chart from nothing to the largest of them; a gap where one is not known. */
    public String spark(List<Double> numbers, int columns) {
        var shown = numbers.subList(Math.max(0, numbers.size() - columns), numbers.size());
        var most = shown.stream()
                .filter(number -> !number.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        var chart = new StringBuilder();
        for (var number : shown) {
            chart.append(number.isNaN() ? ' ' : height(most <= 0 ? 0 : number / most));
        }
        return chart.toString();
    }

    private char height(double share) {
        var heights = isRich ? HEIGHTS : ASCII_HEIGHTS;
        var last = heights.length() - 1;
        return heights.charAt((int) Math.max(0, Math.min(last, Math.round(share * last))));
    }
}
