package sluice.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the terminals of a journal's desk meet: a socket in a directory nobody else may enter, and beside the journal a
 * file that names it, so that it is found whatever the other terminal's environment says. Immutable.
 */
public record Rendezvous(Path journal) {

    /** Most systems take this many bytes, with one more to end them. */
    private static final int LONGEST = 107;

    private static final String SUFFIX = ".attach";
    private static final int LONGEST_POINTER = 4_096;
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    /** One name for a journal, however it was reached. */
    public static Rendezvous of(Path journal) {
        try {
            return new Rendezvous(Files.exists(journal) ? journal.toRealPath() : journal.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pointer() {
        return journal.resolveSibling(journal.getFileName() + SUFFIX);
    }

    /**
     * A socket's path in the first of the directories that can be had for this user alone, and whose name is short
     * enough; empty where none is.
     */
    public Optional<Path> socketIn(List<Path> directories) {
        return directories.stream()
                .map(directory -> directory.resolve(name()).toAbsolutePath().normalize())
                .filter(socket -> socket.toString().getBytes(UTF_8).length <= LONGEST)
                .filter(socket -> isOurs(socket.resolve("..").normalize()))
                .findFirst();
    }

    private String name() {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(journal.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8) + ".sock";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Whether the directory is there, made now if need be, and is this user's alone. */
    private static boolean isOurs(Path directory) {
        try {
            make(directory);
            keepPrivate(directory);
            return isPrivate(directory);
        } catch (IOException taken) {
            return false;
        }
    }

    private static void make(Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw there;
            }
        }
    }

    /** Takes everybody else's rights to a file or directory of ours. */
    static void keepPrivate(Path path) throws IOException {
        if (isPosix(path)) {
            var wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(wanted));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isPrivate(Path path) throws IOException {
        return !isPosix(path)
                || Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
                        .noneMatch(OTHERS::contains);
    }

    /** Names the socket from now on. */
    void point(Path socket) throws IOException {
        var fresh = pointer().resolveSibling(pointer().getFileName() + ".new");
        Files.writeString(fresh, socket + "\n");
        keepPrivate(fresh);
        Files.move(fresh, pointer(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The socket goes, and with it the file that names it. */
    void forget(Path socket) throws IOException {
        if (named().equals(Optional.of(socket))) {
            Files.deleteIfExists(pointer());
        }
        Files.deleteIfExists(socket);
    }

    /** The socket that is named, where it can be trusted to be this user's own. */
    public Optional<Path> socket() {
        try {
            var socket = named();
            return socket.isPresent() && isTrusted(socket.get()) ? socket : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> named() throws IOException {
        var pointer = pointer();
        if (!Files.isRegularFile(pointer) || Files.size(pointer) > LONGEST_POINTER || !isPrivate(pointer)) {
            return Optional.empty();
        }
        return Optional.of(Path.of(Files.readString(pointer).strip()));
    }

    private boolean isTrusted(Path socket) throws IOException {
        var directory = socket.toAbsolutePath().resolve("..").normalize();
        return Files.exists(socket)
                && isPrivate(directory)
                && Files.getOwner(socket).equals(Files.getOwner(pointer()))
                && Files.getOwner(directory).equals(Files.getOwner(pointer()));
    }
}
