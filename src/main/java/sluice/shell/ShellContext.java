package sluice.shell;

import java.io.InputStream;
import java.util.function.Supplier;
import sluice.engine.Desk;
import sluice.market.Clock;
import sluice.report.Printer;

/**
 * What the shell is given by whoever starts it. Immutable.
 *
 * @param desk called when the first command needs it, and not before the words were understood; gives the same desk
 *     every time
 * @param in what {@code exec -} reads
 */
public record ShellContext(Supplier<Desk> desk, Clock clock, Printer printer, InputStream in, Settings settings) {

    public ShellContext with(Printer other) {
        return new ShellContext(desk, clock, other, in, settings);
    }
}
