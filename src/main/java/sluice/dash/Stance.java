package sluice.dash;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.dash.cell.Line;
import sluice.dash.pane.Content.Row;

/**
 * Where an operator is within a pane: the row chosen, the first one shown, and what it is filtered by. Confined to the
 * dash's thread.
 *
 * <p>A row about an order stays chosen though others come and go: a key must never meet another order than was seen.
 */
final class Stance {

    private String filter = "";
    private int chosen;
    private int top;
    private int count;
    private Optional<String> order = Optional.empty();
    private Optional<Line> row = Optional.empty();

    String filter() {
        return filter;
    }

    void filter(String words) {
        filter = words;
        top = 0;
        choose(0);
    }

    /** The order of the row that is chosen, as it was shown last. */
    Optional<String> order() {
        return order;
    }

    /** The row that is chosen, as it was shown last. */
    Optional<Line> row() {
        return row;
    }

    void move(int by) {
        choose(Math.max(0, Math.min(count - 1, chosen + by)));
    }

    private void choose(int row) {
        chosen = Math.max(0, row);
        order = Optional.empty();
    }

    int chosen() {
        return chosen;
    }

    int top() {
        return top;
    }

    List<Row> filtered(List<Row> rows) {
        if (filter.isEmpty()) {
            return rows;
        }
        var words = filter.toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.line().text().toLowerCase(Locale.ROOT).contains(words))
                .toList();
    }

    /** Finds the chosen row among those shown now, in so much room. */
    void shows(List<Row> rows, int room) {
        count = rows.size();
        var index = order.isEmpty() ? -1 : indexOf(rows, order.get());
        chosen = index >= 0 ? index : Math.max(0, Math.min(chosen, count - 1));
        order = count == 0 ? Optional.empty() : rows.get(chosen).order();
        row = count == 0 ? Optional.empty() : Optional.of(rows.get(chosen).line());
        if (chosen < top) {
            top = chosen;
        }
        if (chosen >= top + room) {
            top = chosen - room + 1;
        }
        top = Math.max(0, Math.min(top, count - room));
    }

    private int indexOf(List<Row> rows, String id) {
        if (chosen < rows.size() && rows.get(chosen).order().equals(Optional.of(id))) {
            return chosen;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).order().equals(Optional.of(id))) {
                return i;
            }
        }
        return -1;
    }
}
