package sluice.dash.screen;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/**
 * Whether this process is to be stopped, and whether it goes on again. Safe for any thread: signals come on one of
 * their own, and are only noted there.
 */
final class Suspension {

    private final Terminal terminal;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private Terminal.SignalHandler stopping = Terminal.SignalHandler.SIG_DFL;
    private Terminal.SignalHandler continuing = Terminal.SignalHandler.SIG_DFL;

    Suspension(Terminal terminal) {
        this.terminal = terminal;
    }

    void begin() {
        stopping = terminal.handle(Signal.TSTP, signal -> asked.set(true));
        continuing = terminal.handle(Signal.CONT, signal -> over.set(true));
    }

    void end() {
        terminal.handle(Signal.TSTP, stopping);
        terminal.handle(Signal.CONT, continuing);
    }

    boolean isAsked() {
        return asked.getAndSet(false);
    }

    boolean isOver() {
        return over.getAndSet(false);
    }

    /** Returns when somebody has let the process go on. */
    void stop() throws IOException {
        try {
            var self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", self).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
