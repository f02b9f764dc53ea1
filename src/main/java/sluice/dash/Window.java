package sluice.dash;

import java.util.List;
import sluice.dash.cell.Line;

/**
 * Text that lies over the panes until it is closed, such as an order's timeline or the help. Confined to one thread.
 */
final class Window {

    private final String title;
    private final List<Line> lines;
    private int top;

    Window(String title, List<Line> lines) {
        this.title = title;
        this.lines = List.copyOf(lines);
    }

    static Window of(String title, String text) {
        return new Window(title, text.lines().map(Line::coloured).toList());
    }

    String title() {
        return title;
    }

    List<Line> lines() {
        return lines;
    }

    void move(int by) {
        top = Math.max(0, top + by);
    }

    /** As much as there is room for, long lines on several. */
    List<Line> from(int columns, int room) {
        var all = lines.stream().flatMap(line -> line.wrapped(columns).stream()).toList();
        top = Math.max(0, Math.min(top, all.size() - room));
        return all.subList(top, Math.min(all.size(), top + room));
    }
}
