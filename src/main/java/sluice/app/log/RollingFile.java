package sluice.app.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sluice.app.Home;

/**
 * Appends to a file only its owner can read; a full one is set aside as {@code .1}, in place of the one before. Safe
 * for any thread, and for several processes.
 *
 * <p>The file appears with the first line.
 */
final class RollingFile {

    private static final long FULL = 8 << 20;

    private final Path file;
    private Optional<FileChannel> channel = Optional.empty();

    RollingFile(Path file) {
        this.file = file;
    }

    /** Writes it in one piece, so that lines of several processes do not mix. */
    synchronized void append(String text) throws IOException {
        open().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private FileChannel open() throws IOException {
        if (channel.isPresent() && channel.get().isOpen() && channel.get().size() < FULL) {
            return channel.get();
        }
        close();
        Home.made(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        if (Files.exists(file) && Files.size(file) >= FULL) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        var fresh = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND), owners());
        channel = Optional.of(fresh);
        return fresh;
    }

    private FileAttribute<?>[] owners() {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    synchronized void close() throws IOException {
        var old = channel;
        channel = Optional.empty();
        if (old.isPresent()) {
            old.get().close();
        }
    }
}
