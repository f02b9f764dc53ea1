package sluice.shell.session;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.report.Failure;
import sluice.report.Said;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.run.Leftovers;

/** {@code exit}: says what stays live, and asks before leaving it. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  exit", "  exit --force"})
final class ExitCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--force", description = "Asks nothing.")
    private boolean force;

    ExitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        var live = Leftovers.all(session);
        live.forEach(session.printer()::note);
        var asks = !live.isEmpty() && !force && session.manner().terminal().equals("prompt");
        if (asks && !session.confirms("Leave them as they are?")) {
            return Outcome.failed(ExitStatus.REFUSED, Failure.of("DECLINED", "Still here."));
        }
        session.leave();
        return Outcome.done(new Said("", out -> out.texts("live", live)));
    }
}
