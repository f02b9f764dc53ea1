package sluice.shell;

import java.util.List;
import sluice.shell.exec.ScriptRun;

/** The door to the shell: one command, as the program's own arguments, or a prompt. */
public final class Shell {

    private static final String COMMAND = "command";

    private final ShellContext context;
    private final CommandTable table;

    public Shell(ShellContext context, CommandTable table) {
        this.context = context;
        this.table = table;
    }

    /** Runs one command, {@code exec} among them, and gives the exit status. */
    public int run(List<String> words) {
        var session = new Session(
                context, table, Manner.script(COMMAND, context.settings().readyTimeout()));
        return ScriptRun.of(session, Typed.alone(words)).code();
    }
}
