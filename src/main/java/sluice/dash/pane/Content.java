package sluice.dash.pane;

import java.util.List;
import java.util.Optional;
import sluice.dash.cell.Line;

/**
 * What a pane shows. Immutable.
 *
 * @param title what stands beside its name
 * @param head lines that stay where they are
 * @param rows those below, which can be gone through and filtered
 * @param empty what is said where there are none
 */
public record Content(Line title, List<Line> head, List<Row> rows, String empty) {

    /** One row, and the order that it is about. */
    public record Row(Line line, Optional<String> order) {

        static Row of(Line line) {
            return new Row(line, Optional.empty());
        }
    }

    public Content {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }
}
