package sluice.shell.session;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Said;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code sleep}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  sleep 2s", "  sleep 500ms"})
final class SleepCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "TIME", description = "500ms, 2s, 1m.")
    private Duration time;

    SleepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        if (!session.isDryRun()) {
            session.pause(time);
        }
        return Outcome.done(new Said("", out -> out.number("sleptMs", time.toMillis())));
    }
}
