package sluice.journal.sqlite.beside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;

/**
 * The right to write a journal: an operating system lock on a file beside it, which goes with the process that holds
 * it, however that ends. The file says who holds it.
 *
 * <p>Safe for any thread.
 */
public final class Owner implements AutoCloseable {

    /**
     * What this process holds. A POSIX lock does not keep its own process out, and is lost when any descriptor of the
     * file is closed, so a second opener in here must not even touch the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Behind all text, since on Windows a locked byte cannot be read. */
    private static final long LOCKED_BYTE = 1 << 16;

    private static final int LONGEST = 512;

    private final Path path;
    private final FileChannel channel;
    private final boolean lent;

    private Owner(Path path, FileChannel channel, boolean lent) {
        this.path = path;
        this.channel = channel;
        this.lent = lent;
    }

    public static Owner of(Path journal) {
        var path = Beside.lock(journal.toAbsolutePath().normalize());
        if (!HELD.add(path)) {
            throw held(journal, self());
        }
        try {
            return new Owner(path, lock(journal, path), false);
        } catch (UnableToOpenException e) {
            HELD.remove(path);
            throw e;
        } catch (IOException e) {
            HELD.remove(path);
            throw new UnableToOpenException(
                    Why.INACCESSIBLE,
                    "The journal " + journal + " was not opened: its lock file " + path
                            + " cannot be written. Check that its directory exists and may be written.",
                    e);
        }
    }

    private static FileChannel lock(Path journal, Path path) throws IOException {
        Beside.createPrivate(path);
        var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            var holder = read(channel);
            channel.close();
            throw held(journal, holder);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static String read(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(LONGEST);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }

    private static String self() {
        var process = ProcessHandle.current();
        var since = process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
        return "pid " + process.pid() + ", started " + since + "\n";
    }

    private static UnableToOpenException held(Path journal, String holder) {
        return new UnableToOpenException(
                Why.HELD,
                "The journal " + journal + " is held by another desk (" + holder.strip()
                        + "). Use that one, end it, or name another journal.");
    }

    /** The same right, which stays with whoever lent it when this is closed. */
    public Owner lent() {
        return new Owner(path, channel, true);
    }

    /** Frees the journal for the next desk. */
    @Override
    public void close() {
        if (lent) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnableToOpenException(Why.INACCESSIBLE, "The lock " + path + " was not given back cleanly.", e);
        } finally {
            HELD.remove(path);
        }
    }
}
