package sluice.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * What is handed in, which can be read from its beginning again until it is known where it is read for good. Safe for
 * any thread, one reading at a time.
 */
final class StandardInput extends InputStream {

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private volatile InputStream in;
    private volatile boolean kept = true;

    StandardInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        if (kept && one >= 0) {
            read.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var count = in.read(into, from, most);
        if (kept && count > 0) {
            read.write(into, from, count);
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    /** From the beginning on. */
    void again() {
        in = new SequenceInputStream(new ByteArrayInputStream(read.toByteArray()), in);
        read.reset();
    }

    /** It is not read again. */
    void settle() {
        kept = false;
        read.reset();
    }
}
