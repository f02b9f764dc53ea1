package sluice.journal.sqlite.beside;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.journal.Head;

/**
 * The journal's head, kept in a small file beside it: written after each commit and never synced, so it may lag, but it
 * is never ahead of what was committed. One that is ahead proves that the journal lost its tail.
 */
public final class HeadFile implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("(\\d{19}) ([0-9a-f]{64})\n");
    private static final int DIGITS = 19;
    private static final int HASH = 64;
    private static final int LENGTH = DIGITS + 1 + HASH + 1;

    /** Not a channel: a thread that is interrupted would close it. */
    private final RandomAccessFile file;

    private final byte[] line = new byte[LENGTH];

    private HeadFile(RandomAccessFile file) {
        this.file = file;
    }

    public static HeadFile of(Path journal) throws IOException {
        var path = Beside.head(journal);
        Beside.createPrivate(path);
        return new HeadFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    /** What the file says; empty when there is none, or a power cut kept it from being whole. */
    public static Optional<Head> read(Path journal) throws IOException {
        var path = Beside.head(journal);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var matcher = LINE.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Says whether it could; a head that lags is no harm. */
    public boolean write(Head head) {
        var rest = head.seq();
        for (var i = DIGITS - 1; i >= 0; i--) {
            line[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        line[DIGITS] = ' ';
        for (var i = 0; i < HASH; i++) {
            line[DIGITS + 1 + i] = (byte) head.hash().charAt(i);
        }
        line[LENGTH - 1] = '\n';
        try {
            file.seek(0);
            file.write(line);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
