package sluice.app.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import sluice.app.Home;
import sluice.app.toml.UnusableConfigException;
import sluice.journal.UnableToAppendException;
import sluice.venue.paper.PaperLedger;

/**
 * The ledger of an account on paper as a file only its owner can read, a line of JSON each fact, synced. Confined to
 * its venue; held until it is closed, so that no second desk fills the same account.
 *
 * <p>A line that was not finished was never told to anybody, and is cut off.
 */
final class PaperFile implements PaperLedger, AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private PaperFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static PaperFile open(Path path) {
        Home.made(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        try {
            var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
            var owners = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            var channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), owners);
            if (isHeld(channel)) {
                channel.close();
                throw new UnusableConfigException("The paper ledger " + path + " is held by another running desk.");
            }
            return new PaperFile(path, channel);
        } catch (IOException e) {
            throw new UnusableConfigException("The paper ledger " + path + " cannot be opened: " + e.getMessage());
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException here) {
            return true;
        }
    }

    @Override
    public List<String> lines() {
        try {
            var bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
            var text = new String(bytes.array(), 0, bytes.position(), UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            channel.truncate(whole.getBytes(UTF_8).length);
            channel.position(channel.size());
            return whole.lines().toList();
        } catch (IOException e) {
            throw new UnusableConfigException("The paper ledger " + path + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void append(List<String> lines) {
        try {
            var bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UnableToAppendException("the paper ledger " + path + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnusableConfigException("The paper ledger " + path + " was not closed: " + e.getMessage());
        }
    }
}
