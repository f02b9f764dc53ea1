package sluice.sim.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The operating system's lock on a home's exchange; it falls with the process, however that ends.
 *
 * <p>It lies beside the database, because closing a file SQLite has open would drop SQLite's own locks.
 */
final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; empty when somebody has it. */
    static Optional<StoreLock> take(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return lock(channel).map(held -> new StoreLock(channel));
        } catch (IOException failed) {
            throw new UnableToKeepException("Cannot lock the simulated exchange at " + file + ".", failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UnableToKeepException("Cannot unlock the simulated exchange.", failed);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        var held = attempt(channel);
        if (held.isEmpty()) {
            channel.close();
        }
        return held;
    }

    private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ours) {
            return Optional.empty();
        }
    }
}
