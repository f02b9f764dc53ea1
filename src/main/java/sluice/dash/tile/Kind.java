package sluice.dash.tile;

import java.util.Locale;
import java.util.Optional;

/** The panes there are, in the order they usually stand in. */
public enum Kind {
    BOOK(36, 9, 5),
    VENUES(42, 5, 3),
    ORDERS(60, 5, 5),
    FILLS(38, 4, 3),
    ALERTS(38, 4, 3),
    POSITIONS(60, 4, 3),
    QUALITY(56, 4, 3),
    LOG(40, 4, 3);

    private final int columns;
    private final int rows;
    private final int weight;

    /**
     * @param columns without which it is of little use
     * @param rows its title included
     * @param weight its share of what is left
     */
    Kind(int columns, int rows, int weight) {
        this.columns = columns;
        this.rows = rows;
        this.weight = weight;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int weight() {
        return weight;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key that goes to it. */
    public char key() {
        return (char) ('1' + ordinal());
    }

    static Optional<Kind> titled(String title) {
        for (var kind : values()) {
            if (kind.title().equals(title)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
