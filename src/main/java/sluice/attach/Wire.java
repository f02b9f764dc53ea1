package sluice.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * Frames over one connection: four bytes of length, big-endian, one that says what it is, the body. One thread reads;
 * any may write.
 *
 * <p>Neither side is ever interrupted while it uses the channel, because that would close it.
 */
final class Wire implements AutoCloseable {

    private static final int HEADER = Integer.BYTES + 1;

    private final SocketChannel channel;

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** The next frame; empty where the other side has closed. */
    Optional<Frame> read() throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        if (!filled(header)) {
            return Optional.empty();
        }
        var length = header.getInt();
        var code = header.get();
        if (length < 0 || length > Frame.LONGEST) {
            throw new MalformedFrameException("a frame of " + Integer.toUnsignedLong(length) + " bytes");
        }
        var kind = Frame.Kind.of(code);
        if (kind.isEmpty()) {
            throw new MalformedFrameException("a frame of kind " + code);
        }
        var body = ByteBuffer.allocate(length);
        return filled(body) ? Optional.of(new Frame(kind.get(), body.array())) : Optional.empty();
    }

    private boolean filled(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    synchronized void write(Frame frame) throws IOException {
        var bytes = ByteBuffer.allocate(HEADER + frame.body().length)
                .putInt(frame.body().length)
                .put(frame.kind().code())
                .put(frame.body())
                .flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** May be called again, from any thread; whoever reads or writes then fails. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (ClosedChannelException done) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException("a local socket cannot be closed", e);
        }
    }
}
