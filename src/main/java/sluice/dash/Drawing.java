package sluice.dash;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.pane.Content;
import sluice.dash.pane.Pane;
import sluice.dash.pane.Sight;
import sluice.dash.screen.Painter;
import sluice.dash.tile.Kind;
import sluice.dash.tile.Tile;

/** One whole picture: the first line, the panes or what lies over them, and what is said and typed below. */
final class Drawing {

    static final int LEAST_COLUMNS = 60;
    static final int LEAST_ROWS = 12;

    /** Of the first line and the two last ones. */
    private static final int AROUND = 3;

    private static final Duration OLD = Duration.ofSeconds(2);

    private final Painter painter;
    private final Map<Kind, Pane> panes;
    private final Below below;

    Drawing(Painter painter, Map<Kind, Pane> panes) {
        this.painter = painter;
        this.panes = panes;
        this.below = new Below(painter, panes);
    }

    /** The room of a screen. */
    record Size(int columns, int rows) {}

    /** Draws it all, and says where the cursor stands; nowhere where nothing is typed. */
    Below.Cursor draw(Board board, Sight sight, Header header, Size size) {
        if (size.columns < LEAST_COLUMNS || size.rows < LEAST_ROWS) {
            tooSmall(size);
            return Below.Cursor.NONE;
        }
        var age = Duration.ofNanos(
                Math.max(0, sight.now().nanos() - sight.view().at().nanos()));
        painter.line(0, 0, size.columns, header.line(sight, age, age.compareTo(OLD) > 0));
        var rows = size.rows - AROUND;
        if (board.window().isPresent()) {
            window(board.window().get(), size.columns, rows);
        } else {
            panes(board, sight, new Size(size.columns, rows), age.compareTo(OLD) > 0);
        }
        return below.draw(board, sight, header, size);
    }

    private void tooSmall(Size size) {
        for (int row = 0; row < size.rows; row++) {
            painter.line(0, row, size.columns, Line.EMPTY);
        }
        painter.line(0, 0, size.columns, Line.of("Too small: " + size.columns + "x" + size.rows));
        painter.line(0, 1, size.columns, Line.of("The dash wants " + LEAST_COLUMNS + "x" + LEAST_ROWS));
        painter.line(0, 2, size.columns, Line.of("q leaves"));
    }

    private void window(Window window, int columns, int rows) {
        var across = painter.glyphs().across();
        var title = Line.of(across + " ", Tone.BORDER).plus(window.title() + " ", Tone.BOLD);
        painter.line(0, 1, columns, title.plus(across.repeat(Math.max(0, columns - title.width())), Tone.BORDER));
        var shown = window.from(columns, rows - 1);
        for (int i = 0; i < rows - 1; i++) {
            painter.line(0, 2 + i, columns, i < shown.size() ? shown.get(i) : Line.EMPTY);
        }
    }

    private void panes(Board board, Sight sight, Size size, boolean isOld) {
        var tiling = board.tile(size.columns, size.rows);
        for (int row = 1; row <= size.rows; row++) {
            painter.line(0, row, size.columns, Line.EMPTY);
        }
        for (var tile : tiling.tiles()) {
            pane(board, sight, tile, isOld);
            divider(tile, size);
        }
    }

    private void divider(Tile tile, Size size) {
        var column = tile.column() + tile.columns();
        for (int row = tile.row() + 1; column < size.columns && row <= tile.row() + tile.rows(); row++) {
            painter.line(column, row, 1, Line.of(painter.glyphs().down(), Tone.BORDER));
        }
    }

    private void pane(Board board, Sight sight, Tile tile, boolean isOld) {
        var pane = panes.get(tile.kind());
        var room = tile.rows() - 1;
        if (pane == null) {
            throw new AssertionError(tile.kind());
        }
        var content = pane.content(sight, new Pane.Room(tile.columns(), room));
        var stance = board.stance(tile.kind());
        var rows = stance.filtered(content.rows());
        var head = content.head();
        var roomBelow = Math.max(1, room - head.size());
        stance.shows(rows, roomBelow);
        painter.line(tile.column(), 1 + tile.row(), tile.columns(), title(board, tile, content, stance));
        for (int i = 0; i < room; i++) {
            var line = i < head.size() ? head.get(i) : row(rows, stance, i - head.size(), content.empty());
            var marked = isChosen(board, tile, rows, stance, i - head.size()) ? selected(line, tile.columns()) : line;
            painter.line(tile.column(), 2 + tile.row() + i, tile.columns(), isOld ? marked.in(Tone.STALE) : marked);
        }
    }

    private Line selected(Line line, int columns) {
        return line.fit(columns, painter.glyphs()).in(Tone.SELECTED);
    }

    private static boolean isChosen(Board board, Tile tile, List<Content.Row> rows, Stance stance, int row) {
        return board.focus() == tile.kind() && !rows.isEmpty() && row >= 0 && stance.top() + row == stance.chosen();
    }

    private static Line row(List<Content.Row> rows, Stance stance, int row, String empty) {
        if (rows.isEmpty()) {
            return row == 0 ? Line.of(stance.filter().isEmpty() ? empty : "Nothing like that.", Tone.DIM) : Line.EMPTY;
        }
        var index = stance.top() + row;
        return index < rows.size() ? rows.get(index).line() : Line.EMPTY;
    }

    private Line title(Board board, Tile tile, Content content, Stance stance) {
        var isFocus = board.focus() == tile.kind();
        var across = painter.glyphs().across();
        var line = Line.of(isFocus ? painter.glyphs().focus() : across, isFocus ? Tone.FOCUS : Tone.BORDER)
                .plus(" " + tile.kind().key() + " ", Tone.DIM)
                .plus(tile.kind().title(), isFocus ? Tone.FOCUS : Tone.BOLD)
                .plus(content.title().width() == 0 ? "" : " ")
                .plus(content.title())
                .plus(stance.filter().isEmpty() ? "" : " /" + stance.filter(), Tone.WARN)
                .plus(" ");
        return line.plus(across.repeat(Math.max(0, tile.columns() - line.width())), Tone.BORDER);
    }
}
