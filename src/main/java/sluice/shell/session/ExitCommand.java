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

    @Option(names = "--force", description = "Leaves what is live as it is, and asks nothing.")
    private boolean force;

    ExitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        var live = Leftovers.all(session);
        live.forEach(session.printer()::note);
        if (!live.isEmpty() && !force && !session.confirms("Leave them as they are?")) {
            var message = "Still here: %d of our orders stay live. exit --force leaves them, kill cancels them."
                    .formatted(live.size());
            return Outcome.failed(ExitStatus.REFUSED, Failure.of("LIVE_ORDERS", message));
        }
        session.leave();
        return Outcome.done(new Said("", out -> out.texts("live", live)));
    }
}
