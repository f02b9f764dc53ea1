package sluice.dash;

import java.util.ArrayList;
import java.util.List;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;

/** What was done and said on this screen, the last of it also as a message. Confined to the dash's thread. */
final class Told {

    private static final int MOST = 500;

    private final List<Line> lines = new ArrayList<>();
    private Line message = Line.EMPTY;

    void say(String time, Line line) {
        message = line;
        lines.add(Line.of(time + " ", Tone.DIM).plus(line));
        if (lines.size() > MOST) {
            lines.remove(0);
        }
    }

    Line message() {
        return message;
    }

    void hush() {
        message = Line.EMPTY;
    }

    List<Line> lines() {
        return lines;
    }
}
