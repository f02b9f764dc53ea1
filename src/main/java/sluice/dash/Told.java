package sluice.dash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.pane.Logged;

/** What was done and said on this screen, the last of it also as a message. Confined to the dash's thread. */
final class Told {

    private static final int MOST = 500;

    private final List<Logged> lines = new ArrayList<>();
    private Supplier<Line> message = () -> Line.EMPTY;

    void say(Instant at, String time, Line line) {
        says(() -> line);
        lines.add(new Logged(at, Line.of(time + " ", Tone.DIM).plus(line)));
        if (lines.size() > MOST) {
            lines.remove(0);
        }
    }

    /** What the message is from now on, each time it is shown; a number in it must not grow old. */
    void says(Supplier<Line> line) {
        message = line;
    }

    Line message() {
        return message.get();
    }

    void hush() {
        says(() -> Line.EMPTY);
    }

    List<Logged> lines() {
        return lines;
    }
}
