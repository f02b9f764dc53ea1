package sluice.shell.session;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sluice.report.Ink;
import sluice.report.Printer;
import sluice.report.Text;
import sluice.shell.ExitStatus;
import sluice.shell.InterruptedCommandException;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.prompt.Screen;
import sluice.shell.run.Runner;
import sluice.shell.script.Typed;

/** {@code watch}: a command that only looks, over and over: on a screen in place, elsewhere line below line. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  watch orders", "  watch --every 500ms book BTC-USDT --depth 10", "  watch --times 3 positions"})
final class WatchCommand implements ShellCommand {

    /** Where somebody sits who can end it. */
    private static final Set<String> INTERRUPTIBLE = Set.of("prompt", "command");

    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Session session;

    @Option(names = "--every", paramLabel = "TIME", description = "From one look to the next (2s).")
    private Duration every = Duration.ofSeconds(2);

    @Option(names = "--times", paramLabel = "N", description = "Ends by itself after so many looks.")
    private Optional<Integer> times = Optional.empty();

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "What to look at, with its options.")
    private List<String> words = List.of();

    WatchCommand(Session session) {
        this.session = session;
    }

    /** What stands behind the command's name is its own. */
    @Spec
    void takes(CommandSpec spec) {
        spec.parser().stopAtPositional(true);
    }

    @Override
    public void check() {
        if (every.compareTo(SHORTEST) < 0) {
            throw new UnusableInputException("--every must be at least " + SHORTEST.toMillis() + "ms");
        }
        if (times.filter(count -> count < 1).isPresent()) {
            throw new UnusableInputException("--times must be 1 or more");
        }
        if (times.isEmpty() && !INTERRUPTIBLE.contains(session.manner().terminal()) && !session.isDryRun()) {
            throw new UnusableInputException("watch has no end here; --times N gives it one");
        }
        new Runner(session).requireLooking(typed());
    }

    private Typed typed() {
        return Typed.alone(words);
    }

    @Override
    public Outcome run() {
        check();
        try {
            var screen = session.manner().screen().filter(there -> !isJson());
            return new Outcome.Told(screen.isPresent() ? onScreen(screen.get()) : inLines());
        } catch (InterruptedCommandException e) {
            var isPrompt = session.manner().isPrompt();
            return new Outcome.Told(isPrompt ? ExitStatus.OK : ExitStatus.INTERRUPTED);
        }
    }

    private boolean isJson() {
        return session.printer().isJson() || words.contains("--json");
    }

    private ExitStatus onScreen(Screen screen) {
        try (var sheet = screen.take()) {
            var status = ExitStatus.OK;
            for (var look = 1; ; look++) {
                var said = new StringWriter();
                var out = new PrintWriter(said);
                var printer = session.printer();
                status = look(new Printer(out, out, printer.format(), printer.look()));
                sheet.show(heading(", any key leaves") + "\n" + said);
                if (isLast(look) || !sheet.stands(every)) {
                    return status;
                }
            }
        }
    }

    private ExitStatus inLines() {
        for (var look = 1; ; look++) {
            if (!isJson()) {
                session.printer().out().println(heading(""));
            }
            var status = look(session.printer());
            if (isLast(look)) {
                return status;
            }
            if (!isJson()) {
                session.printer().out().println();
            }
            session.pause(every);
        }
    }

    private ExitStatus look(Printer printer) {
        var status = new Runner(session.aside(printer)).run(typed());
        printer.out().flush();
        if (status == ExitStatus.INTERRUPTED) {
            throw new InterruptedCommandException(new InterruptedException());
        }
        return status;
    }

    private boolean isLast(int look) {
        return session.isDryRun() || times.filter(most -> look >= most).isPresent();
    }

    private String heading(String hint) {
        var text = new Text(session.printer().look());
        var heading = text.zoned(session.clock().now()) + "  every " + every.toMillis() + " ms: "
                + String.join(" ", words) + hint;
        return text.ink(Ink.DIM, heading);
    }
}
