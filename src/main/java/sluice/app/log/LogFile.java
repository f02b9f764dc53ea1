package sluice.app.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Appends records to the log file. Safe for any thread, and for several processes. */
final class LogFile extends Handler {

    private final Path file;
    private final RollingFile lines;
    private final BooleanSupplier isJson;
    private final LogJson json = new LogJson();

    /** @param isJson whether a record is written as a line of JSON, asked for each */
    LogFile(Path file, BooleanSupplier isJson) {
        this.file = file;
        this.isJson = isJson;
        lines = new RollingFile(file);
        setFormatter(new LogLine());
    }

    @Override
    public void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            lines.append((isJson.getAsBoolean() ? json : getFormatter()).format(entry));
        } catch (IOException | UncheckedIOException e) {
            reportError("the log " + file + " cannot be written", null, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            reportError("the log " + file + " was not closed", e, ErrorManager.CLOSE_FAILURE);
        }
    }
}
