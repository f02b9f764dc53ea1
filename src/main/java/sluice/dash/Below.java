package sluice.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sluice.dash.bar.Bar;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.pane.Pane;
import sluice.dash.pane.Sight;
import sluice.dash.screen.Painter;
import sluice.dash.tile.Kind;

/** The two last lines: what was said, or is asked; and what is typed, or which keys there are. */
final class Below {

    private static final int MOST_OFFERS = 8;
    private static final String PROMPT = ":";
    private static final String BETWEEN = "  ";

    private final Painter painter;
    private final Map<Kind, Pane> panes;

    Below(Painter painter, Map<Kind, Pane> panes) {
        this.painter = painter;
        this.panes = panes;
    }

    /** Where the cursor stands. */
    record Cursor(int column, int row) {

        static final Cursor NONE = new Cursor(-1, -1);

        boolean isShown() {
            return column >= 0;
        }
    }

    Cursor draw(Board board, Sight sight, Header header, Drawing.Size size) {
        var last = size.rows() - 1;
        board.ask()
                .ifPresentOrElse(
                        ask -> ask(Line.of(ask.text() + " [y/N]", Tone.WARN), size),
                        () -> painter.line(
                                0, last - 1, size.columns(), board.told().message()));
        if (board.bar().isPresent()) {
            return bar(board.bar().get(), size);
        }
        if (board.filter().isPresent()) {
            var edit = board.filter().get();
            painter.line(0, last, size.columns(), Line.of("/", Tone.FOCUS).plus(edit.text()));
            return new Cursor(Math.min(size.columns() - 1, 1 + edit.cursor()), last);
        }
        painter.line(0, last, size.columns(), hints(board, size.columns()));
        return Cursor.NONE;
    }

    /** All of it, over the panes if need be: who says yes has to see what to. */
    private void ask(Line question, Drawing.Size size) {
        var lines = question.wrapped(size.columns());
        for (int i = 0; i < lines.size(); i++) {
            painter.line(0, size.rows() - 1 - lines.size() + i, size.columns(), lines.get(i));
        }
    }

    private Cursor bar(Bar bar, Drawing.Size size) {
        var last = size.rows() - 1;
        var edit = bar.edit();
        var from = Math.max(0, PROMPT.length() + edit.cursor() - (size.columns() - 1));
        var line = Line.of(PROMPT, Tone.FOCUS)
                .plus(edit.text().substring(Math.min(from, edit.text().length())));
        painter.line(0, last, size.columns(), line);
        var offers = offers(bar, size.columns());
        for (int i = 0; i < offers.size(); i++) {
            painter.line(0, last - 1 - offers.size() + i, size.columns(), offers.get(i));
        }
        return new Cursor(PROMPT.length() + edit.cursor() - from, last);
    }

    private List<Line> offers(Bar bar, int columns) {
        var all = bar.offers();
        var chosen = bar.chosen().orElse(0);
        var first = Math.max(0, Math.min(chosen - MOST_OFFERS + 1, all.size() - MOST_OFFERS));
        var shown = all.subList(first, Math.min(all.size(), first + MOST_OFFERS));
        var width =
                shown.stream().mapToInt(offer -> offer.value().length()).max().orElse(0);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < shown.size(); i++) {
            var offer = shown.get(i);
            var line = Line.of("  " + offer.value()
                            + " ".repeat(width - offer.value().length() + 2))
                    .plus(offer.about(), Tone.DIM);
            var isChosen = bar.chosen().isPresent() && first + i == chosen;
            lines.add(isChosen ? line.fit(columns, painter.glyphs()).in(Tone.SELECTED) : line);
        }
        if (all.size() > shown.size()) {
            lines.add(Line.of("  " + all.size() + " in all", Tone.DIM));
        }
        return lines;
    }

    private Line hints(Board board, int columns) {
        if (board.ask().isPresent()) {
            return Line.of("y does it, any other key does not", Tone.DIM);
        }
        if (board.window().isPresent()) {
            return Line.of("Esc closes, arrows move", Tone.DIM);
        }
        var pane = panes.get(board.focus());
        var own = pane == null ? List.<String>of() : pane.hints();
        var hints = new ArrayList<>(own);
        hints.addAll(List.of("? help", "q quit", "K kill"));
        hints.addAll(leftOut(board, columns - width(hints)));
        hints.addAll(List.of(": command", "/ filter", "Tab pane", "z " + (board.isZoomed() ? "back" : "zoom")));
        while (width(hints) > columns) {
            hints.remove(hints.size() - 1);
        }
        var line = Line.EMPTY;
        for (int i = 0; i < hints.size(); i++) {
            line = line.plus((i == 0 ? "" : BETWEEN) + hints.get(i), i < own.size() ? Tone.PLAIN : Tone.DIM);
        }
        return line;
    }

    private static int width(List<String> hints) {
        return String.join(BETWEEN, hints).length();
    }

    /**
     * Panes there is no room for, with the keys that bring them up; by their keys alone where that is all that fits.
     */
    private static List<String> leftOut(Board board, int columns) {
        var left = board.tile().leftOut();
        if (left.isEmpty()) {
            return List.of();
        }
        var names = left.stream().map(kind -> kind.key() + " " + kind.title()).collect(Collectors.joining(" "));
        var keys = left.stream().map(kind -> String.valueOf(kind.key())).collect(Collectors.joining(" "));
        return List.of(names.length() + BETWEEN.length() <= columns ? names : keys + " more panes");
    }
}
