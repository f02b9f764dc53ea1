package sluice.shell.exec;

import org.jline.utils.Signals;

/**
 * Turns the operator's interrupt signal into an interrupt of the thread that runs commands, for as long as it is open.
 */
final class Interrupts implements AutoCloseable {

    private static final String SIGNAL = "INT";

    private final Thread thread;
    private final Object before;

    Interrupts(Thread thread) {
        this.thread = thread;
        this.before = Signals.register(SIGNAL, thread::interrupt);
    }

    /** The run is over; what is told now must not be cut short by the interrupt that ended it. */
    void forget() {
        if (thread == Thread.currentThread()) {
            Thread.interrupted();
        }
    }

    @Override
    public void close() {
        Signals.unregister(SIGNAL, before);
    }
}
