package sluice.shell;

import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import sluice.report.Printer;
import sluice.shell.exec.ScriptRun;
import sluice.shell.prompt.Prompt;
import sluice.shell.prompt.Terminals;
import sluice.shell.script.Typed;

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
        var session = new Session(context(words), table, manner());
        return ScriptRun.of(session, Typed.alone(words)).code();
    }

    private Manner manner() {
        var timeout = context.settings().readyTimeout();
        return new Manner(COMMAND, false, Optional.empty(), timeout, context.caller()::confirms);
    }

    /** Options that hold for everything a command starts may stand behind it. */
    private ShellContext context(List<String> words) {
        var printer = context.printer();
        var format = words.contains(CommandTable.JSON) ? printer.as(Printer.Format.JSON) : printer;
        return context.with(words.contains(CommandTable.NO_COLOUR) ? format.withoutColour() : format);
    }

    /** Prompts at the terminal until the operator leaves or the terminal goes away, and gives the exit status. */
    public int prompt() {
        return Terminals.prompted(this::prompt);
    }

    /** The same at a terminal that is there already. */
    public int prompt(Terminal terminal) {
        return new Prompt(context, table, terminal).run();
    }
}
