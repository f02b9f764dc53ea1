package sluice.net;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;

/**
 * A socket that asks the call at work on the writing thread before the first byte of its request leaves, so that all of
 * the request is encoded, and encrypted where it is, while it waits. What else is written passes.
 */
final class HeldSocket extends Socket {

    /** Whose request is the next that this thread writes; none while it shakes hands. */
    private static final ThreadLocal<BooleanSupplier> NEXT = new ThreadLocal<>();

    /** The next byte that this thread writes leaves if the gate says so; if not, its socket is closed instead. */
    static void hold(BooleanSupplier gate) {
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

    /** A request that may not leave stays in the buffers above, so the connection can never be used again. */
    private void pass() throws IOException {
        var gate = NEXT.get();
        if (gate == null) {
            return;
        }
        NEXT.remove();
        if (!gate.getAsBoolean()) {
            close();
            throw new SocketException("the request was ended before it was sent");
        }
    }

    private final class Held extends FilterOutputStream {

        Held(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            pass();
            out.write(single);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            pass();
            out.write(bytes, offset, length);
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
