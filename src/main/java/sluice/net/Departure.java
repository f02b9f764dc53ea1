package sluice.net;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call that was made ready ahead of time may leave: not before it is said, and never once it was called off.
 * Decided once. Safe for any thread; one waits for it.
 */
public final class Departure {

    private enum Word {
        HELD,
        RELEASED,
        CALLED_OFF
    }

    private final AtomicReference<Word> word = new AtomicReference<>(Word.HELD);
    private volatile @Nullable Thread waiting;
    private volatile @Nullable Consumer<Boolean> told;

    public void release() {
        decide(Word.RELEASED);
    }

    public void callOff() {
        decide(Word.CALLED_OFF);
    }

    private void decide(Word decided) {
        if (!word.compareAndSet(Word.HELD, decided)) {
            return;
        }
        LockSupport.unpark(waiting);
        tell();
    }

    /** Waits for the word; whether the call may leave. */
    boolean await() {
        waiting = Thread.currentThread();
        while (word.get() == Word.HELD) {
            LockSupport.park(this);
        }
        return word.get() == Word.RELEASED;
    }

    /** Says later, on the thread that decides, whether the call may leave. */
    void then(Consumer<Boolean> mayLeave) {
        told = mayLeave;
        if (word.get() != Word.HELD) {
            tell();
        }
    }

    private synchronized void tell() {
        var hears = told;
        if (hears != null) {
            told = null;
            hears.accept(word.get() == Word.RELEASED);
        }
    }
}
