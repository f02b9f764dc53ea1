package sluice.journal.sqlite.beside;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The files that belong to a journal, and who may read them: their owner alone. */
public final class Beside {

    private static final String MINE = "rw-------";
    private static final String SEALED = "r--------";

    private Beside() {}

    public static Path lock(Path journal) {
        return named(journal, ".lock");
    }

    public static Path head(Path journal) {
        return named(journal, ".head");
    }

    public static Path log(Path journal) {
        return named(journal, "-wal");
    }

    public static Path named(Path journal, String suffix) {
        return journal.resolveSibling(journal.getFileName() + suffix);
    }

    /** Makes an empty file if there is none, and keeps others out of it. */
    public static void createPrivate(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file));
        } catch (FileAlreadyExistsException e) {
            permit(file, MINE);
        }
    }

    public static void seal(Path file) throws IOException {
        permit(file, SEALED);
    }

    private static void permit(Path file, String permissions) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        var wanted = PosixFilePermissions.fromString(permissions);
        if (view != null && !view.readAttributes().permissions().equals(wanted)) {
            view.setPermissions(wanted);
        }
    }

    private static FileAttribute<?>[] attributes(Path file) {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MINE))}
                : new FileAttribute<?>[0];
    }
}
