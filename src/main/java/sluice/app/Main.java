package sluice.app;

import java.util.List;
import sluice.app.log.LogConfig;

/** Where the program starts and ends. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
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
