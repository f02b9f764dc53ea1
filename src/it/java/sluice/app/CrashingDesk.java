package sluice.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import sluice.app.crash.SteppedJournal;
import sluice.app.crash.SteppedTransport;
import sluice.app.crash.Steps;
import sluice.app.desk.Footing;
import sluice.app.log.LogConfig;

/**
 * The program, but for what is between its desk and both journal and network: it says each step on standard error, and
 * is gone at the one that {@code sluice.crash.at} names. Steps count from the first note in the journal on, or from the
 * start where {@code sluice.crash.start} is set.
 */
final class CrashingDesk {

    static final String AT = "sluice.crash.at";
    static final String FROM_START = "sluice.crash.start";
    static final String STEP = "step: ";

    private CrashingDesk() {}

    public static void main(String[] arguments) {
        var steps = new Steps(System.getProperty(AT, ""), step -> System.err.println(STEP + step));
        if (Boolean.getBoolean(FROM_START)) {
            steps.begin();
        }
        var options = Options.of(List.of(arguments));
        var home = Home.of(options, System.getenv());
        LogConfig.use(home.log(), false);
        var footing = new Footing(
                journal -> new SteppedJournal(journal, steps), transport -> new SteppedTransport(transport, steps));
        var out = new FileOutputStream(FileDescriptor.out);
        System.exit(new Program(options, home, System.getenv(), out, footing).run());
    }
}
