package sluice.shell.prompt;

import java.io.IOError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import sluice.report.Failure;
import sluice.report.Printer;
import sluice.shell.Caller;
import sluice.shell.CommandTable;
import sluice.shell.ExitStatus;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellContext;
import sluice.shell.Stage;
import sluice.shell.run.Leftovers;
import sluice.shell.run.Runner;
import sluice.shell.script.Script;
import sluice.shell.script.Typed;

/**
 * The interactive shell: reads a line, runs its commands, until the operator leaves or the terminal goes away. Confined
 * to one thread; a signal interrupts the command that runs.
 */
public final class Prompt {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final LineReader reader;
    private final Stage stage;
    private final Session session;
    private final Runner runner;
    private final AliasFile aliases;
    private final TerminalScreen screen;
    private final boolean colour;

    private boolean interruptedOnce;

    public Prompt(ShellContext context, CommandTable table, Terminal terminal) {
        var printer = context.printer();
        var isScreen = TerminalScreen.isPossible(terminal);
        var here = new Printer(
                terminal.writer(),
                terminal.writer(),
                printer.format(),
                printer.look().moving(isScreen).within(isScreen ? () -> Terminals.width(terminal) : () -> 0));
        this.terminal = terminal;
        this.screen = new TerminalScreen(terminal);
        this.colour = printer.look().colour();
        var shown = isScreen ? Optional.<Screen>of(screen) : Optional.<Screen>empty();
        var manner = new Manner("prompt", false, Optional.empty(), PATIENCE, shown, this::confirms);
        this.session = new Session(context.with(here), table, manner);
        var completer = new WordCompleter(session);
        this.reader = Readers.of(
                terminal,
                completer,
                colour ? new Highlights(session) : (reader, line) -> new AttributedString(line),
                context.settings().state());
        this.stage = new Stage(reader, completer);
        this.runner = new Runner(session);
        this.aliases = new AliasFile(context.settings().state().resolve("aliases"));
    }

    /** Runs until left, and gives the exit status. */
    public int run() {
        session.printer()
                .note("sluice, profile " + session.settings().profile()
                        + ". help lists the commands, exit leaves; Tab completes.");
        return played(this::loop);
    }

    /** Runs one command, which may have the whole terminal, and leaves. */
    public int run(Typed command) {
        var status = new AtomicInteger(ExitStatus.OK.code());
        var doubt = played(() -> status.set(runner.run(command).code()));
        return doubt == ExitStatus.OK.code() ? status.get() : doubt;
    }

    private int played(Runnable play) {
        session.aliases().putAll(aliases.read());
        session.historyFrom(this::history);
        session.playsOn(stage);
        var here = Thread.currentThread();
        terminal.handle(Terminal.Signal.INT, signal -> here.interrupt());
        try (var hangUp = session.caller().on(Caller.Signal.HANG_UP, () -> hangUp(here));
                var watch = PromptWatch.start(session.desk(), new News(colour), screen::isCovered, stage::tell)) {
            play.run();
            if (!session.isLeaving()) {
                gone();
            }
        }
        return (Leftovers.isInDoubt(session) ? ExitStatus.IN_DOUBT : ExitStatus.OK).code();
    }

    private void hangUp(Thread here) {
        session.leave();
        here.interrupt();
    }

    private void loop() {
        while (!session.isLeaving()) {
            try {
                interruptedOnce = take(reader.readLine(Readers.prompt(session, colour)));
            } catch (UserInterruptException e) {
                interrupted(e);
            } catch (EndOfFileException | IOError e) {
                gone();
            }
        }
    }

    /** A line was cancelled; the second time on an empty line in a row the operator wants to leave. */
    private void interrupted(UserInterruptException e) {
        if (!e.getPartialLine().isBlank()) {
            interruptedOnce = false;
        } else if (interruptedOnce) {
            interruptedOnce = take("exit");
        } else {
            interruptedOnce = true;
            session.printer().note("Once more to leave.");
        }
    }

    /** Nobody is there to ask any more. */
    private void gone() {
        Thread.interrupted();
        Leftovers.all(session).forEach(session.printer()::note);
        session.leave();
    }

    private boolean take(String line) {
        var before = new ArrayList<>(session.aliases().entrySet());
        for (var item : Script.of(line, "").items()) {
            if (!session.isLeaving() && !runs(item)) {
                break;
            }
        }
        if (!before.equals(new ArrayList<>(session.aliases().entrySet()))) {
            aliases.write(session.aliases());
        }
        // What interrupted a command must not interrupt the line that is typed next.
        Thread.interrupted();
        return false;
    }

    /** Whether the commands that follow on the same line are to be run too. */
    private boolean runs(Script.Item item) {
        Thread.interrupted();
        if (item instanceof Script.Read read) {
            return runner.run(read.typed().alone()) == ExitStatus.OK;
        }
        var message = ((Script.Unreadable) item).message();
        session.printer().failure("prompt", Failure.of("USAGE", message));
        return false;
    }

    private boolean confirms(String question) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            return reader.readLine(question + " [y/N] ").strip().matches("(?i)y|yes");
        } catch (UserInterruptException | EndOfFileException e) {
            return false;
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }

    private List<String> history() {
        var lines = new ArrayList<String>();
        reader.getHistory().forEach(entry -> lines.add(entry.line()));
        return lines;
    }
}
