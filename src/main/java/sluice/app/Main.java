package sluice.app;

import java.util.List;
import sluice.app.log.LogConfig;

/** Where the program starts and ends. */
public final class Main {

    private static final int USAGE = 2;

    /**
     * Of what nobody caught, such as a terminal that cannot be written to any more: no thread may keep us alive then.
     */
    private static final int BUG = 70;

    private Main() {}

    public static void main(String[] arguments) {
        int status = BUG;
        try {
            status = run(List.of(arguments));
        } finally {
            System.exit(status);
        }
    }

    /** What needs next to nothing is done here, before anything else is loaded. */
    private static int run(List<String> arguments) {
        try {
            var options = Options.of(arguments);
            if (options.has(Options.Flag.VERSION)) {
                return VersionLine.print(options.has(Options.Flag.JSON));
            }
            if (options.command().filter("version"::equals).isPresent()
                    && options.words().size() == 1) {
                return VersionLine.print(options.has(Options.Flag.JSON));
            }
            if (options.words().equals(List.of("warm"))) {
                return Warm.up();
            }
            var home = Home.of(options, System.getenv());
            LogConfig.use(home.log(), options.has(Options.Flag.VERBOSE));
            return new Program(options, home, System.getenv()).run();
        } catch (UsageException e) {
            System.err.println("USAGE: " + e.getMessage());
            return USAGE;
        }
    }
}
