package sluice.dash.pane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import sluice.dash.cell.Line;
import sluice.dash.tile.Kind;

/** What was done here and what the program logged, newest first. */
public final class LogPane implements Pane {

    private final Supplier<List<Logged>> lines;

    /** @param lines oldest first */
    public LogPane(Supplier<List<Logged>> lines) {
        this.lines = lines;
    }

    @Override
    public Kind kind() {
        return Kind.LOG;
    }

    @Override
    public List<String> hints() {
        return List.of();
    }

    @Override
    public Content content(Sight sight, Room room) {
        var newest = new ArrayList<>(lines.get());
        Collections.reverse(newest);
        return new Content(
                Line.EMPTY,
                List.of(),
                newest.stream().map(each -> Content.Row.of(each.line())).toList(),
                "Nothing was logged.");
    }
}
