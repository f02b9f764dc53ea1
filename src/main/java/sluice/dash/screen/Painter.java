package sluice.dash.screen;

import com.googlecode.lanterna.screen.Screen;
import sluice.dash.cell.Glyphs;
import sluice.dash.cell.Line;

/** Puts lines on a screen's next picture. Confined to one thread. */
public final class Painter {

    private final Screen screen;
    private final Palette palette;
    private final Glyphs glyphs;

    public Painter(Screen screen, Palette palette, Glyphs glyphs) {
        this.screen = screen;
        this.palette = palette;
        this.glyphs = glyphs;
    }

    public Glyphs glyphs() {
        return glyphs;
    }

    /** The line from that place on, cut or filled to so many columns. */
    public void line(int column, int row, int columns, Line line) {
        var at = column;
        for (var span : line.fit(columns, glyphs).spans()) {
            for (int i = 0; i < span.text().length(); i++) {
                screen.setCharacter(at++, row, palette.cell(span.text().charAt(i), span.tone()));
            }
        }
    }
}
