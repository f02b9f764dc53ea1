package sluice.dash.tile;

import java.util.Locale;
import java.util.Optional;

/** The panes there are, in the order they usually stand in. */
public enum Kind {
    BOOK(36, 108, 9, 5),
    VENUES(42, 90, 5, 3),
    ORDERS(60, 100, 5, 5),
    FILLS(38, 90, 4, 3),
    ALERTS(38, 90, 4, 3),
    POSITIONS(60, 90, 4, 3),
    QUALITY(56, 80, 4, 3),
    LOG(40, 90, 4, 3);

    private final int columns;
    private final int comfort;
    private final int rows;
    private final int weight;

    /**
     * @param columns without which it is of little use
     * @param comfort columns on which it seldom has to cut anything
     * @param rows its title included
     * @param weight its share of what is left
     */
    Kind(int columns, int comfort, int rows, int weight) {
        this.columns = columns;
        this.comfort = comfort;
        this.rows = rows;
        this.weight = weight;
    }

    int columns() {
        return columns;
    }

    /** What it should have where there is so much of the comfort to be had, from 0 to 1. */
    int columns(double share) {
        return columns + (int) (share * (comfort - columns));
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
