package sluice.report;

import java.time.ZoneId;
import java.util.function.IntSupplier;

/**
 * How text is shown. Immutable.
 *
 * @param zone in which times are
 * @param room characters in a line by now; 0 where nobody knows
 * @param moves whether what is said beside results goes to a terminal, where a line can be written over
 */
public record Look(boolean colour, ZoneId zone, boolean moves, IntSupplier room) {

    /** Where nothing can be written over. */
    public Look(boolean colour, ZoneId zone) {
        this(colour, zone, false, () -> 0);
    }

    public Look moving(boolean terminal) {
        return new Look(colour, zone, terminal, room);
    }

    public Look within(IntSupplier columns) {
        return new Look(colour, zone, moves, columns);
    }

    public Look withoutColour() {
        return new Look(false, zone, moves, room);
    }
}
