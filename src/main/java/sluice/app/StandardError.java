package sluice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process says what is no result. */
final class StandardError {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private StandardError() {}

    /** Whether a line there can be written over; without a table of open files, as far as the console tells. */
    static boolean isTerminal() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return System.console() != null;
        }
        try {
            return Files.readSymbolicLink(OPEN_FILES.resolve("2"))
                    .toString()
                    .matches("/dev/(pts/[0-9]+|tty.*|console)");
        } catch (IOException e) {
            return false;
        }
    }
}
