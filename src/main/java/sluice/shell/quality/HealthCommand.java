package sluice.shell.quality;

import picocli.CommandLine.Command;
import sluice.report.health.HealthReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code health}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  health", "  health --json"})
final class HealthCommand implements ShellCommand {

    private final Session session;

    HealthCommand(Session session) {
        this.session = session;
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        return Outcome.done(new HealthReport(session.desk().vitals().now()));
    }
}
