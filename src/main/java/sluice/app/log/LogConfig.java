package sluice.app.log;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sends every record to the log file and none to the console. The logging system makes one when something is first
 * logged, so a run that logs nothing pays nothing.
 */
public final class LogConfig {

    private static final String FILE = "sluice.log.file";
    private static final String VERBOSE = "sluice.log.verbose";
    private static final String JSON = "sluice.log.json";

    public LogConfig() {
        var root = LogManager.getLogManager().getLogger("");
        var target = root == null ? Logger.getLogger("") : root;
        target.setLevel(Boolean.getBoolean(VERBOSE) ? Level.FINE : Level.INFO);
        var file = new LogFile(Path.of(System.getProperty(FILE, "sluice.log")), () -> Boolean.getBoolean(JSON));
        file.setLevel(Level.ALL);
        target.addHandler(file);
    }

    /** Takes effect when something is first logged. */
    public static void use(Path file, boolean verbose) {
        System.setProperty("java.util.logging.config.class", LogConfig.class.getName());
        System.setProperty(FILE, file.toString());
        System.setProperty(VERBOSE, Boolean.toString(verbose));
    }

    /** Whether records are written as JSON lines from now on. */
    public static void json(boolean isJson) {
        System.setProperty(JSON, Boolean.toString(isJson));
    }
}
