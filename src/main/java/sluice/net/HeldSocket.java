package sluice.net;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket that asks the call at work on the writing thread before the first byte of its request leaves, so that all of
 * the request is encoded, and encrypted where it is, by then. What else is written passes.
 *
 * <p>The request may be let go by another thread, and the one that wrote it waits for the reply meanwhile: nobody has
 * to be woken to write it.
 */
final class HeldSocket extends Socket {

    /** Whose request is the next that this thread writes; none while it shakes hands. */
    private static final ThreadLocal<Consumer<Request>> NEXT = new ThreadLocal<>();

    /** A request that is ready to leave. Safe for any thread; told once what becomes of it. */
    interface Request {

        /** Writes it. */
        void leave();

        /** It stays in no buffer that another one goes through: its socket is closed. */
        void stay();
    }

    /** The next that this thread writes is a request, and given to the gate. */
    static void hold(Consumer<Request> gate) {
        NEXT.set(gate);
    }

    /** Nothing of this thread is held any more. */
    static void release() {
        NEXT.remove();
    }

    static SocketFactory factory() {
        return new Sockets();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Held(super.getOutputStream());
    }

    private final class Held extends FilterOutputStream implements Request {

        private byte @Nullable [] ready;
        private @Nullable IOException failure;

        Held(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var gate = NEXT.get();
            if (gate == null) {
                follow(bytes, offset, length);
                return;
            }
            NEXT.remove();
            keep(Arrays.copyOfRange(bytes, offset, offset + length));
            gate.accept(this);
            check();
        }

        private synchronized void keep(byte[] request) {
            ready = request;
        }

        private synchronized void check() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        /** What is longer than one buffer waits for its beginning. */
        private synchronized void follow(byte[] bytes, int offset, int length) throws IOException {
            try {
                while (ready != null) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SocketException("interrupted before the rest of the request was sent");
            }
            check();
            out.write(bytes, offset, length);
        }

        @Override
        public synchronized void leave() {
            try {
                if (ready != null) {
                    out.write(ready);
                }
            } catch (IOException cut) {
                end(cut);
            }
            ready = null;
            notifyAll();
        }

        @Override
        public synchronized void stay() {
            ready = null;
            end(new SocketException("the request was ended before it was sent"));
            notifyAll();
        }

        /** Whoever waits for a reply learns of it by the end of the connection. */
        private void end(IOException why) {
            failure = why;
            try {
                HeldSocket.this.close();
            } catch (IOException alreadyGone) {
                why.addSuppressed(alreadyGone);
            }
        }
    }

    /** OkHttp connects what it is given, and asks for nothing else. */
    private static final class Sockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new HeldSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
