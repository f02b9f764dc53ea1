package sluice.app;

import java.io.PrintWriter;

/** How the program is called, and the options that stand before or after any command. */
final class Usage {

    private static final String TEXT = """
            sluice [OPTIONS] [COMMAND ...]      no command opens the prompt

            OPTIONS
              --profile NAME  sim (usual): simulated venues; paper: real markets, orders filled here; live: real orders
              --home DIR      state and configuration; else $SLUICE_HOME, else where XDG puts them
              --config FILE   the configuration
              --journal FILE  the journal
              --seed N        of the simulated market, when there is none yet
              --sim FILE      a simulator that runs elsewhere, by the lines it printed
              --attach        only asks the desk that runs, and starts none; without it, a desk is started if none runs
              --no-attach     never asks another desk: refused while one holds the journal
              --json          one compact JSON object for each command
              --no-color      no colours; NO_COLOR says the same
              --no-pager      shows long output at once, not page by page
              --yes           answers every question beforehand
              -v              more in the log
              -h, --help      this; after a command, that command
              -V, --version

            """;

    private Usage() {}

    static void print(PrintWriter out) {
        out.print(TEXT);
        out.flush();
    }
}
