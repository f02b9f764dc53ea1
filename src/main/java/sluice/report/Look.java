package sluice.report;

import java.time.ZoneId;

/**
 * How text is shown. Immutable.
 *
 * @param zone in which times are
 * @param moves whether what is said beside results goes to a terminal, where a line can be written over
 */
public record Look(boolean colour, ZoneId zone, boolean moves) {

    /** Where nothing can be written over. */
    public Look(boolean colour, ZoneId zone) {
        this(colour, zone, false);
    }

    public Look moving(boolean terminal) {
        return new Look(colour, zone, terminal);
    }

    public Look withoutColour() {
        return new Look(false, zone, moves);
    }
}
