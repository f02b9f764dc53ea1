package sluice.dash.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingInputStream;

/**
 * What is typed, read on a thread of its own between {@link #begin} and {@link #end}; all else is confined to the
 * dash's thread.
 *
 * <p>A terminal looks for keys ten times a second only and cannot be asked to wait for less, which would be as long as
 * the dash may wait before it shows something.
 */
final class Keys extends InputStream {

    private static final int NOTHING = NonBlockingInputStream.READ_EXPIRED;
    private static final int END = -1;
    private static final long PATIENCE_MS = 100;

    private final NonBlockingInputStream in;
    private final LinkedBlockingQueue<Integer> typed = new LinkedBlockingQueue<>();
    private volatile boolean reading;
    private Optional<Thread> thread = Optional.empty();
    private int next = NOTHING;

    /** Every terminal of JLine's reads so, though its type does not say it. */
    Keys(Terminal terminal) {
        this.in = (NonBlockingInputStream) terminal.input();
    }

    /** Once more does no harm. */
    void begin() {
        if (thread.isPresent()) {
            return;
        }
        reading = true;
        var reader = new Thread(this::pump, "dash-keys");
        reader.setDaemon(true);
        reader.start();
        thread = Optional.of(reader);
    }

    /** Returns when no key is taken any more. */
    void end() {
        reading = false;
        try {
            if (thread.isPresent()) {
                thread.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = Optional.empty();
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }

    private void pump() {
        var key = NOTHING;
        while (reading && key != END) {
            key = look();
            if (key != NOTHING) {
                typed.add(key);
            }
        }
    }

    /** A terminal that cannot be read has ended. */
    private int look() {
        try {
            return in.read(PATIENCE_MS);
        } catch (IOException gone) {
            return END;
        }
    }

    /** Whether there is a key, or the end of input, within that time. */
    boolean await(long millis) throws IOException {
        try {
            if (next == NOTHING) {
                next = Optional.ofNullable(typed.poll(millis, TimeUnit.MILLISECONDS))
                        .orElse(NOTHING);
            }
            return next != NOTHING;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public int read() throws IOException {
        while (next == NOTHING) {
            await(Long.MAX_VALUE);
        }
        var key = next;
        next = key == END ? END : NOTHING;
        return plain(key);
    }

    /** In raw mode Enter is a carriage return, of which Lanterna waits to see more. */
    private static int plain(int key) {
        return key == '\r' ? '\n' : key;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        var first = most == 0 ? 0 : read();
        if (most == 0 || first < 0) {
            return first;
        }
        bytes[from] = (byte) first;
        var count = 1;
        while (count < most && await(0) && next >= 0) {
            bytes[from + count++] = (byte) read();
        }
        return count;
    }

    /** The end of input can be read too. */
    @Override
    public int available() throws IOException {
        return await(0) ? 1 : 0;
    }
}
