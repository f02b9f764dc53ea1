package sluice.dash.screen;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import sluice.dash.cell.Tone;

/**
 * Tones as a terminal shows them, in colours that everybody can tell apart (those of Okabe and Ito). Confined to one
 * thread.
 */
public final class Palette {

    private final Depth depth;
    private final Map<Integer, TextCharacter> made = new HashMap<>();

    public Palette(Depth depth) {
        this.depth = depth;
    }

    /** One cell. What a terminal must not be sent is shown as a question mark. */
    TextCharacter cell(char shown, Tone tone) {
        var safe = isShowable(shown) ? shown : '?';
        return made.computeIfAbsent(tone.ordinal() << 16 | safe, key -> made(safe, tone));
    }

    private static boolean isShowable(char shown) {
        return !Character.isISOControl(shown)
                && !Character.isSurrogate(shown)
                && Character.getType(shown) != Character.FORMAT
                && Character.getType(shown) != Character.NON_SPACING_MARK;
    }

    private TextCharacter made(char shown, Tone tone) {
        return TextCharacter.fromCharacter(
                shown, colour(tone), TextColor.ANSI.DEFAULT, style(tone).toArray(SGR[]::new))[0];
    }

    private static EnumSet<SGR> style(Tone tone) {
        return switch (tone) {
            case PLAIN, DIM, BID, ASK, BORDER, GOOD -> EnumSet.noneOf(SGR.class);
            case BOLD, OWN, WARN, BAD -> EnumSet.of(SGR.BOLD);
            case STALE -> EnumSet.of(SGR.CROSSED_OUT);
            case FOCUS -> EnumSet.of(SGR.BOLD, SGR.UNDERLINE);
            case SELECTED -> EnumSet.of(SGR.REVERSE);
        };
    }

    private TextColor colour(Tone tone) {
        return switch (depth) {
            case NONE -> TextColor.ANSI.DEFAULT;
            case SIXTEEN -> few(tone);
            case INDEXED -> indexed(tone);
            case TRUE -> all(tone);
        };
    }

    private static TextColor few(Tone tone) {
        return switch (tone) {
            case PLAIN, BOLD, SELECTED -> TextColor.ANSI.DEFAULT;
            case DIM, STALE, BORDER -> TextColor.ANSI.BLACK_BRIGHT;
            case GOOD, BID -> TextColor.ANSI.CYAN;
            case BAD -> TextColor.ANSI.RED_BRIGHT;
            case WARN, ASK -> TextColor.ANSI.YELLOW;
            case OWN, FOCUS -> TextColor.ANSI.BLUE_BRIGHT;
        };
    }

    private static TextColor indexed(Tone tone) {
        return switch (tone) {
            case PLAIN, BOLD, SELECTED -> TextColor.ANSI.DEFAULT;
            case DIM, STALE, BORDER -> new TextColor.Indexed(244);
            case GOOD -> new TextColor.Indexed(36);
            case BID -> new TextColor.Indexed(74);
            case BAD -> new TextColor.Indexed(202);
            case WARN -> new TextColor.Indexed(220);
            case ASK -> new TextColor.Indexed(214);
            case OWN, FOCUS -> new TextColor.Indexed(175);
        };
    }

    private static TextColor all(Tone tone) {
        return switch (tone) {
            case PLAIN, BOLD, SELECTED -> TextColor.ANSI.DEFAULT;
            case DIM, STALE, BORDER -> new TextColor.RGB(128, 128, 128);
            case GOOD -> new TextColor.RGB(0, 158, 115);
            case BID -> new TextColor.RGB(86, 180, 233);
            case BAD -> new TextColor.RGB(213, 94, 0);
            case WARN -> new TextColor.RGB(240, 228, 66);
            case ASK -> new TextColor.RGB(230, 159, 0);
            case OWN, FOCUS -> new TextColor.RGB(204, 121, 167);
        };
    }
}
