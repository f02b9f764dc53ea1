package sluice.shell.exec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.shell.Entry;
import sluice.shell.ExitStatus;
import sluice.shell.Group;
import sluice.shell.Manner;
import sluice.shell.Needs;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

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
        return new Outcome.Told(run(inner, items));
    }

    private ExitStatus run(Session inner, Source.Items items) {
        if (!check) {
            return new ScriptRun(inner, keepGoing).run(items);
        }
        var all = items.all();
        var checked = new ScriptCheck(inner).run(all);
        return checked == ExitStatus.OK ? new ScriptRun(inner, keepGoing).run(Source.Items.of(all)) : checked;
    }
}
