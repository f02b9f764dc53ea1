package sluice.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import sluice.market.Stamp;

/**
 * What one write to the simulated disk carries: a batch of entries and perhaps a checkpoint, under one checksum, so
 * that a torn one is told from a whole one. Immutable.
 */
record Frame(List<Entry> batch, Optional<Checkpoint> checkpoint) {

    private static final int HEADER = Integer.BYTES * 2;

    Frame {
        batch = List.copyOf(batch);
    }

    /** Length, checksum, body. */
    byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(batch.size());
            for (var entry : batch) {
                write(out, entry);
            }
            out.writeBoolean(checkpoint.isPresent());
            if (checkpoint.isPresent()) {
                out.writeLong(checkpoint.get().seq());
                write(out, checkpoint.get().state());
            }
        } catch (IOException e) {
            throw new AssertionError("Memory does not fail.", e);
        }
        var body = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(body.length)
                .putInt(checksum(body))
                .put(body)
                .array();
    }

    /** The frame that starts where the buffer stands, which then stands behind it; empty when it is torn. */
    static Optional<Frame> decode(ByteBuffer from) {
        if (from.remaining() < HEADER) {
            return Optional.empty();
        }
        var length = from.getInt();
        var checksum = from.getInt();
        if (length < 0 || length > from.remaining()) {
            return Optional.empty();
        }
        var body = new byte[length];
        from.get(body);
        return checksum(body) == checksum ? Optional.of(parse(body)) : Optional.empty();
    }

    /** Over the length too, or a header of nothing but zeros would pass for an empty frame. */
    private static int checksum(byte[] body) {
        var crc = new CRC32();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(body.length).flip());
        crc.update(body);
        return (int) crc.getValue();
    }

    private static Frame parse(byte[] body) {
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            var size = in.readInt();
            var batch = new ArrayList<Entry>(size);
            for (var i = 0; i < size; i++) {
                batch.add(readEntry(in));
            }
            return new Frame(
                    batch,
                    in.readBoolean() ? Optional.of(new Checkpoint(in.readLong(), readBytes(in))) : Optional.empty());
        } catch (IOException e) {
            throw new AssertionError("A frame with a good checksum is whole.", e);
        }
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeLong(entry.seq());
        out.writeLong(entry.stamp().at().getEpochSecond());
        out.writeInt(entry.stamp().at().getNano());
        out.writeLong(entry.stamp().nanos());
        out.writeUTF(entry.type());
        out.writeLong(entry.refs().parent());
        out.writeLong(entry.refs().child());
        out.writeUTF(entry.refs().fillKey());
        write(out, entry.payload());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Entry readEntry(DataInputStream in) throws IOException {
        var seq = in.readLong();
        var stamp = new Stamp(Instant.ofEpochSecond(in.readLong(), in.readInt()), in.readLong());
        var type = in.readUTF();
        var refs = new Entry.Refs(in.readLong(), in.readLong(), in.readUTF());
        return new Entry(seq, stamp, type, refs, readBytes(in));
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
