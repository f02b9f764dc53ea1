package sluice.shell;

import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;
import sluice.engine.Desk;
import sluice.engine.KillPath;
import sluice.market.Clock;
import sluice.report.Printer;

/**
 * What the shell is given by whoever starts it. Immutable.
 *
 * @param desk called when the first command needs it, and not before the words were understood; gives the same desk
 *     every time
 * @param killPath the way to the venues that needs no desk
 * @param caller whoever gives the commands
 */
public record ShellContext(
        Supplier<Desk> desk,
        Supplier<KillPath> killPath,
        Clock clock,
        Printer printer,
        Caller caller,
        Settings settings) {

    /** Where no way but the desk leads to any venue. */
    public ShellContext(Supplier<Desk> desk, Clock clock, Printer printer, InputStream in, Settings settings) {
        this(desk, NoPath::new, clock, printer, Caller.here(in), settings);
    }

    private record NoPath() implements KillPath {

        @Override
        public Swept sweep(boolean drill, Duration patience) {
            return Swept.NOTHING;
        }

        @Override
        public void leaveWord(String who) {
            throw new UnsupportedOperationException("there is no journal to leave word at");
        }
    }

    public ShellContext with(Printer other) {
        return new ShellContext(desk, killPath, clock, other, caller, settings);
    }
}
