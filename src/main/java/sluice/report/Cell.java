package sluice.report;

import java.util.Optional;

/** One field of a table. Immutable. */
public record Cell(String text, Ink ink) {

    static final Cell EMPTY = new Cell("", Ink.PLAIN);

    /** A cell of anything; an absence is a dash. */
    static Cell of(Object value) {
        if (value instanceof Cell cell) {
            return cell;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Cell::of).orElse(new Cell("-", Ink.DIM));
        }
        return new Cell(String.valueOf(value), Ink.PLAIN);
    }
}
