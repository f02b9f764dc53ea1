package sluice.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a terminal writes from here on: what its colour sequences (SGR) have left switched on. Immutable. */
record Pen(String front, String back, Set<Integer> marks) {

    static final String INK = "#d7dae0";
    static final String PAPER = "#16181d";
    static final Pen PLAIN = new Pen(INK, PAPER, Set.of());

    private static final int FAINT = 2;
    private static final int INVERSE = 7;

    /** The sixteen colours that a terminal names and does not measure. */
    private static final List<String> NAMED = List.of(
            "#3b4048", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0", "#6b7380",
            "#ff7b86", "#b5e890", "#ffd68a", "#82c4ff", "#d89df0", "#74d5e0", "#ffffff");

    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    Pen {
        marks = Set.copyOf(marks);
    }

    String ink() {
        return marks.contains(INVERSE) ? back : front;
    }

    String paper() {
        return marks.contains(INVERSE) ? front : back;
    }

    /** As attributes of a text of SVG. */
    String attributes() {
        var out = new StringBuilder(ink().equals(INK) ? "" : " fill=\"" + ink() + "\"");
        for (var mark : new TreeSet<>(marks)) {
            out.append(
                    switch (mark) {
                        case 1 -> " font-weight=\"bold\"";
                        case FAINT -> " opacity=\"0.6\"";
                        case 3 -> " font-style=\"italic\"";
                        case 4 -> " text-decoration=\"underline\"";
                        case 9 -> " text-decoration=\"line-through\"";
                        default -> "";
                    });
        }
        return out.toString();
    }

    /** After one sequence: numbers with semicolons or colons between them, none being 0. */
    Pen after(String sequence) {
        var codes = new ArrayDeque<Integer>();
        Stream.of(sequence.split("[;:]"))
                .map(code -> code.isEmpty() ? 0 : Integer.parseInt(code))
                .forEach(codes::add);
        var pen = this;
        while (!codes.isEmpty()) {
            pen = pen.after(codes.remove(), codes);
        }
        return pen;
    }

    private Pen after(int code, Deque<Integer> more) {
        if (code == 0) {
            return PLAIN;
        }
        if (code < 10) {
            return with(code, true);
        }
        if (code < 30) {
            return code == 22 ? with(1, false).with(FAINT, false) : with(code - 20, false);
        }
        return switch (code) {
            case 38 -> new Pen(measured(more), back, marks);
            case 39 -> new Pen(INK, back, marks);
            case 48 -> new Pen(front, measured(more), marks);
            case 49 -> new Pen(front, PAPER, marks);
            default -> named(code);
        };
    }

    private Pen named(int code) {
        var colour = NAMED.get(code % 10 + (code < 90 ? 0 : 8));
        var isFront = code / 10 == 3 || code / 10 == 9;
        return isFront ? new Pen(colour, back, marks) : new Pen(front, colour, marks);
    }

    private Pen with(int mark, boolean on) {
        var changed = new TreeSet<>(marks);
        if (on) {
            changed.add(mark);
        } else {
            changed.remove(mark);
        }
        return new Pen(front, back, changed);
    }

    private static String measured(Deque<Integer> more) {
        if (more.remove() == 2) {
            return rgb(more.remove(), more.remove(), more.remove());
        }
        var index = more.remove();
        if (index < NAMED.size()) {
            return NAMED.get(index);
        }
        if (index >= 232) {
            var grey = 8 + 10 * (index - 232);
            return rgb(grey, grey, grey);
        }
        var at = index - 16;
        return rgb(CUBE[at / 36], CUBE[at / 6 % 6], CUBE[at % 6]);
    }

    private static String rgb(int red, int green, int blue) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
