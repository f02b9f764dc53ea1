package sluice.shell.risk;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Failure;
import sluice.report.desk.RiskReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code risk}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  risk", "  risk show"})
final class RiskCommand implements ShellCommand {

    private final Session session;

    @Parameters(arity = "0..3", paramLabel = "show", description = "What to do; show when nothing is said.")
    private List<String> words = List.of();

    RiskCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        var verb = words.isEmpty() ? "show" : words.get(0);
        if (!verb.equals("show") && !verb.equals("set") || verb.equals("show") && words.size() > 1) {
            throw new UnusableInputException("expected risk show, not risk " + String.join(" ", words));
        }
    }

    @Override
    public Outcome run() {
        check();
        if (!words.isEmpty() && words.get(0).equals("set")) {
            var message = "Not set: limits are read from [risk] of the configuration when the desk starts.";
            return Outcome.failed(ExitStatus.REFUSED, Failure.of("UNSUPPORTED", message));
        }
        return Outcome.done(new RiskReport(session.look().risk()));
    }
}
