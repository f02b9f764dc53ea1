package sluice.dash.screen;

import java.util.Locale;
import java.util.Map;

/** How many colours a terminal has. */
public enum Depth {
    NONE,
    SIXTEEN,
    INDEXED,
    TRUE;

    private static final int INDEXED_COLOURS = 256;
    private static final int FEW_COLOURS = 8;

    /** @param most colours by the terminal's own description; at most 0 where it has none */
    public static Depth of(boolean colour, int most, Map<String, String> environment) {
        if (!colour) {
            return NONE;
        }
        var said = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        if (said.equals("truecolor") || said.equals("24bit")) {
            return TRUE;
        }
        return most >= INDEXED_COLOURS ? INDEXED : most >= FEW_COLOURS ? SIXTEEN : NONE;
    }
}
