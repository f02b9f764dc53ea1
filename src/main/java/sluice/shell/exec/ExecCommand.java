package sluice.shell.exec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.shell.Entry;
import sluice.shell.ExitStatus;
import sluice.shell.Group;
import sluice.shell.Manner;
import sluice.shell.Needs;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.run.Runner;
import sluice.shell.script.Script;

/** {@code exec}: runs scripts, and never asks. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  exec -c 'buy 0.5 BTC-USDT; wait last filled; fills'",
            "  exec morning.sluice --check",
            "  exec --batch 2026-11-02 morning.sluice     run again after a crash, it sends only what never was sent",
            "  generate | sluice exec - --json"
        })
public final class ExecCommand implements ShellCommand {

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts; - is standard input.")
    private List<Path> files = List.of();

    @Option(names = "-c", paramLabel = "CMDS", description = "Commands, with ; or a new line between them.")
    private Optional<String> commands = Optional.empty();

    @Option(names = "--keep-going", description = "Goes on after a failure or a doubt.")
    private boolean keepGoing;

    @Option(names = "--check", description = "Looks at everything first, and sends nothing if a line is wrong.")
    private boolean check;

    @Option(names = "--batch", paramLabel = "ID", description = "Makes the run resumable under that name.")
    private Optional<String> batch = Optional.empty();

    @Option(names = "--dry-run", description = "Checks, judges and routes, and sends nothing.")
    private boolean dryRun;

    @Option(names = "--ready-timeout", paramLabel = "TIME", description = "How long to wait for venues (30s).")
    private Optional<Duration> readyTimeout = Optional.empty();

    private ExecCommand(Session session) {
        this.session = session;
    }

    public static List<Entry> entries() {
        return List.of(new Entry("exec", Group.PROGRAM, Needs.NOTHING, "Runs commands from scripts", ExecCommand::new));
    }

    @Override
    public void check() {
        if (files.isEmpty() == commands.isEmpty()) {
            throw new UnusableInputException("exec takes FILE..., - or -c 'CMDS'");
        }
        if (batch.filter(id -> !id.matches("[A-Za-z0-9._-]{1,64}")).isPresent()) {
            throw new UnusableInputException("--batch takes up to 64 letters, digits, dots, dashes and underscores");
        }
    }

    @Override
    public Outcome run() {
        check();
        var timeout = readyTimeout.orElse(session.settings().readyTimeout());
        var inner = session.inner(new Manner("exec", dryRun, batch, timeout, question -> false));
        var source = new Source(inner.caller());
        var items = commands.map(Source::of).orElseGet(() -> source.items(files));
        if (check || batch.isPresent()) {
            return whole(inner, items.all());
        }
        return run(
                inner,
                isPiped() ? deskFirst(inner, items) : Source.Items.of(foreseen(inner, items.all())),
                Resumption.none(inner));
    }

    private boolean isPiped() {
        return commands.isEmpty() && Source.isPiped(files);
    }

    /**
     * A script that needs a desk later has it before it says anything: it may have to run in another process's, all of
     * it then, or not at all.
     */
    private static List<Script.Item> foreseen(Session inner, List<Script.Item> items) {
        var runner = new Runner(inner);
        var needs = items.stream().map(item -> needs(runner, item)).toList();
        if (needs.stream().allMatch(Optional::isPresent) && needs.contains(Optional.of(true))) {
            inner.desk();
        }
        return items;
    }

    /** What comes line by line may need a desk in any line to come, and so has it before it says anything. */
    private static Source.Items deskFirst(Session inner, Source.Items items) {
        return () -> {
            var item = items.next();
            item.ifPresent(any -> inner.desk());
            return item;
        };
    }

    /** Whether it needs a desk; empty for what ends the script with a usage error. */
    private static Optional<Boolean> needs(Runner runner, Script.Item item) {
        return item instanceof Script.Read read ? runner.needsDesk(read.typed()) : Optional.empty();
    }

    /** A script that is known to its end before its first command runs. */
    private Outcome whole(Session inner, List<Script.Item> all) {
        var checked = check ? new ScriptCheck(inner).run(all) : ExitStatus.OK;
        if (checked != ExitStatus.OK) {
            return new Outcome.Told(checked);
        }
        if (batch.isEmpty() || dryRun) {
            return run(inner, Source.Items.of(foreseen(inner, all)), Resumption.none(inner));
        }
        var answer = Resumption.asked(inner, all);
        return answer instanceof Answer.Resumed resumed
                ? run(inner, Source.Items.of(all), Resumption.of(inner, resumed))
                : Outcome.refused(answer);
    }

    private Outcome run(Session inner, Source.Items items, Resumption resumption) {
        return new Outcome.Told(new ScriptRun(inner, keepGoing, resumption).run(items));
    }
}
