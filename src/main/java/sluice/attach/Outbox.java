package sluice.attach;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What the desk's end has to say, sent by a thread of its own, which says that it is alive when there is nothing. Safe
 * for any thread.
 *
 * <p>Writers may be interrupted at any time, which a channel would not survive. A reader that takes nothing for a while
 * is given up.
 */
final class Outbox implements AutoCloseable {

    private static final int ROOM = 256;
    private static final int PIECE = 1 << 16;
    private static final long PULSE_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 30;

    private final Wire wire;
    private final BlockingQueue<Frame> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Thread thread;
    private volatile boolean closed;

    Outbox(Wire wire, String name) {
        this.wire = wire;
        this.thread = new Thread(this::send, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for room, however often the caller is interrupted meanwhile; what comes after the end is dropped. */
    void put(Frame frame) {
        var interrupted = false;
        var left = TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS) / PULSE_MILLIS;
        while (!closed && left > 0) {
            try {
                if (waiting.offer(frame, PULSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
                left--;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (left == 0) {
            close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            var last = Frame.Kind.BEGUN;
            while (last != Frame.Kind.END && last != Frame.Kind.REFUSED && !closed) {
                var frame = waiting.poll(PULSE_MILLIS, TimeUnit.MILLISECONDS);
                var next = frame == null ? Frame.of(Frame.Kind.ALIVE) : frame;
                wire.write(next);
                last = next.kind();
            }
        } catch (InterruptedException | IOException gone) {
            closed = true;
        } finally {
            close();
        }
    }

    /** Bytes for one of the other end's streams. */
    OutputStream stream(Frame.Kind kind) {
        return new Pieces(kind);
    }

    /** Waits until the last frame is out. */
    void end(Frame last) {
        put(last);
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
    }

    private final class Pieces extends OutputStream {

        private final Frame.Kind kind;

        Pieces(Frame.Kind kind) {
            this.kind = kind;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (var at = from; at < from + length; at += PIECE) {
                var end = Math.min(from + length, at + PIECE);
                put(new Frame(kind, Arrays.copyOfRange(bytes, at, end)));
            }
        }
    }
}
