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
    private static final String DASH = "dash";

    private final ShellContext context;
    private final CommandTable table;

    public Shell(ShellContext context, CommandTable table) {
        this.context = context;
        this.table = table;
    }

    /**
     * Whether these words mean somebody at a terminal: a prompt, or the dash, rather than one command and its result.
     */
    public static boolean isForTerminal(List<String> words, boolean json) {
        return words.isEmpty()
                || words.get(0).equals(DASH) && !json && words.stream().noneMatch(word -> word.startsWith("-"));
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
    public int prompt(List<String> words) {
        return Terminals.prompted(terminal -> prompt(terminal, words));
    }

    /**
     * The same at a terminal that is there already.
     *
     * @param words of a command that wants a whole terminal, and with whose end the operator leaves; none to prompt
     */
    public int prompt(Terminal terminal, List<String> words) {
        var prompt = new Prompt(context, table, terminal);
        return words.isEmpty() ? prompt.run() : prompt.run(Typed.alone(words));
    }
}
