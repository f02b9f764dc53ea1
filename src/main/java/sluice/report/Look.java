package sluice.report;

import java.time.ZoneId;

/** How text is shown: with colours or without, and in which zone its times are. Immutable. */
public record Look(boolean colour, ZoneId zone) {

    public Look withoutColour() {
        return new Look(false, zone);
    }
}
