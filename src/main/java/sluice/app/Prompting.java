package sluice.app;

import java.util.List;
import sluice.app.Options.Flag;
import sluice.shell.Shell;

/** Which of the program's arguments mean a person at a terminal, rather than one command. */
final class Prompting {

    private static final List<String> SHELL = List.of("shell");

    private Prompting() {}

    static boolean is(Options options) {
        return !options.has(Flag.HELP) && Shell.isForTerminal(words(options), options.has(Flag.JSON));
    }

    /** What is run at the terminal before anybody types; nothing for a prompt. */
    static List<String> words(Options options) {
        return options.words().equals(SHELL) ? List.of() : options.words();
    }
}
