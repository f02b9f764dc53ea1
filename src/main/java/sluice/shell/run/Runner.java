package sluice.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import sluice.report.Failure;
import sluice.report.Printer;
import sluice.report.Report;
import sluice.shell.CommandTable;
import sluice.shell.Entry;
import sluice.shell.ExitStatus;
import sluice.shell.Group;
import sluice.shell.Help;
import sluice.shell.InterruptedCommandException;
import sluice.shell.Needs;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnableToRunException;
import sluice.shell.UnusableInputException;
import sluice.shell.script.Script;
import sluice.shell.script.Typed;

/** Runs one command: finds it, parses its words, waits for what it needs, runs it, and tells what came of it. */
public final class Runner {

    private final Session session;

    public Runner(Session session) {
        this.session = session;
    }

    public ExitStatus run(Typed typed) {
        session.runs(typed);
        var outcome = outcome(typed);
        tell(typed, outcome);
        return outcome.status();
    }

    /** Looks at a command without running it, and tells what is wrong with it. */
    public ExitStatus check(Typed typed, boolean deep) {
        session.runs(typed);
        try {
            var parsed = parsed(typed);
            if (deep) {
                parsed.command.check();
            }
            return ExitStatus.OK;
        } catch (UnusableInputException e) {
            tell(typed, unusable(typed, e));
            return ExitStatus.USAGE;
        }
    }

    /**
     * Looks at a command that is to be run over and over.
     *
     * @throws UnusableInputException for one that cannot be, because it changes something or is wrong
     */
    public void requireLooking(Typed typed) {
        var parsed = parsed(typed);
        if (!parsed.command.onlyLooks()) {
            throw new UnusableInputException(
                    parsed.entry.name() + " is not to be run over and over: it is no command that only looks");
        }
    }

    /** Whether a desk must be there for it; empty for what cannot be run as it is. */
    public Optional<Boolean> needsDesk(Typed typed) {
        try {
            return Optional.of(parsed(typed).entry.needs() != Needs.NOTHING);
        } catch (UnusableInputException e) {
            return Optional.empty();
        }
    }

    /** What the command needs, for whoever checks a script before it runs. */
    public Needs needs(Typed typed) {
        return session.table().meant(typed.command()).needs();
    }

    /** What was typed, as a command. */
    private record Parsed(Entry entry, CommandLine line, ShellCommand command) {}

    private Outcome outcome(Typed typed) {
        try {
            return outcome(parsed(typed));
        } catch (UnusableInputException e) {
            return unusable(typed, e);
        } catch (UnableToRunException e) {
            return unable(e);
        } catch (InterruptedCommandException e) {
            return Outcome.failed(
                    ExitStatus.INTERRUPTED,
                    Failure.of("INTERRUPTED", "Interrupted; what was asked for before goes on."));
        } catch (Exception | AssertionError e) {
            LoggerFactory.getLogger(Runner.class).error("a bug in {}", typed.text(), e);
            var message = "A bug: " + e.getClass().getSimpleName() + ". The details are in "
                    + session.settings().log() + ".";
            return Outcome.failed(ExitStatus.BUG, Failure.of("BUG", message));
        }
    }

    private static Outcome unable(UnableToRunException e) {
        if (e.isElsewhere()) {
            throw e;
        }
        return Outcome.failed(e.status(), e.failure());
    }

    private Outcome outcome(Parsed parsed) {
        if (parsed.line.isUsageHelpRequested()) {
            show(Help.of(parsed.line), session.printer(), List.of());
            return new Outcome.Told(ExitStatus.OK);
        }
        var blocked = new Gate(session).blocks(parsed.entry.needs(), parsed.command);
        return blocked.map(failure -> Outcome.failed(ExitStatus.NOT_READY, failure))
                .orElseGet(parsed.command::run);
    }

    private Parsed parsed(Typed asTyped) {
        var typed = unaliased(asTyped);
        var entry = session.table().meant(typed.command());
        if (entry.group() == Group.PROGRAM && !session.manner().terminal().equals("command")) {
            throw new UnusableInputException(Failure.of(
                    "UNKNOWN_COMMAND", entry.name() + " is a command of the program: sluice " + entry.name()));
        }
        var line = session.table().line(entry, session);
        var words = new ArrayList<>(typed.texts().subList(1, typed.words().size()));
        ParseFailure.refuseNegative(line, words);
        try {
            line.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UnusableInputException(ParseFailure.of(e, entry, words));
        }
        return new Parsed(entry, line, line.getCommand());
    }

    /** The command that an alias stands for, followed by the words that followed the alias. */
    private Typed unaliased(Typed typed) {
        var command = session.aliases().get(typed.command());
        if (command == null || session.table().named(typed.command()).isPresent()) {
            return typed;
        }
        var items = Script.of(command, "alias").items();
        if (items.size() != 1 || !(items.get(0) instanceof Script.Read read)) {
            throw new UnusableInputException("the alias " + typed.command() + " is not one command: " + command);
        }
        var words = new ArrayList<>(read.typed().words());
        words.addAll(typed.words().subList(1, typed.words().size()));
        return typed.with(words);
    }

    private static Outcome unusable(Typed typed, UnusableInputException e) {
        var failure = e.failure();
        if (typed.source().isEmpty()) {
            return Outcome.failed(ExitStatus.USAGE, failure);
        }
        var column = ParseFailure.column(typed, failure);
        return Outcome.failed(
                ExitStatus.USAGE,
                failure.prefixed(typed.source().get() + ":" + typed.line() + ":" + column + ": ")
                        .with("line", typed.line())
                        .with("column", column));
    }

    private void tell(Typed typed, Outcome outcome) {
        var printer = printer(typed.texts());
        var name = session.table().name(typed.command());
        if (outcome instanceof Outcome.Done done) {
            result(typed, name, done.report(), printer);
        } else if (outcome instanceof Outcome.Failed failed) {
            printer.failure(name, failed.failure());
        }
    }

    private void result(Typed typed, String name, Report report, Printer printer) {
        if (printer.isJson()) {
            printer.result(name, report);
        } else {
            show(printer.text(report), printer, typed.texts());
        }
    }

    /** What is longer than a screen is leafed through, unless it is not wanted so. */
    private void show(String text, Printer printer, List<String> words) {
        var screen = session.manner()
                .screen()
                .filter(there -> session.settings().habits().pager()
                        && !words.contains(CommandTable.NO_PAGER)
                        && there.isShorterThan(text));
        if (screen.isPresent()) {
            screen.get().page(text);
        } else {
            printer.out().print(text);
            printer.out().flush();
        }
    }

    private Printer printer(List<String> words) {
        var printer = words.contains(CommandTable.JSON) ? session.printer().as(Printer.Format.JSON) : session.printer();
        return words.contains(CommandTable.NO_COLOUR) ? printer.withoutColour() : printer;
    }
}
