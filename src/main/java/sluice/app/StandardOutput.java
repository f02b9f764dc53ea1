package sluice.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Where results go, and whether any went. Safe for any thread where what is beneath it is. */
final class StandardOutput extends FilterOutputStream {

    private volatile boolean used;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        used = true;
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        used |= count > 0;
        out.write(bytes, from, count);
    }

    boolean isUsed() {
        return used;
    }
}
