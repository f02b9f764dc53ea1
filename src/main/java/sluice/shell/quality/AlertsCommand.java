package sluice.shell.quality;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.engine.Command.AcknowledgeAlert;
import sluice.health.alert.Alert;
import sluice.report.health.AlertsReport;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code alerts}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  alerts", "  alerts --ack A-3", "  alerts --ack all"})
final class AlertsCommand implements ShellCommand {

    private final Session session;

    @Option(
            names = "--ack",
            paramLabel = "ID",
            description = "Takes an alert as known, or all of them; it is not told again. The journal notes who did.")
    private List<String> acknowledged = List.of();

    AlertsCommand(Session session) {
        this.session = session;
    }

    @Override
    public boolean onlyLooks() {
        return acknowledged.isEmpty();
    }

    @Override
    public Outcome run() {
        if (!acknowledged.isEmpty() && session.isDryRun()) {
            return DryRun.skipped();
        }
        meant().forEach(this::acknowledge);
        return Outcome.done(new AlertsReport(session.desk().vitals().now().alerts()));
    }

    private List<Alert> meant() {
        var health = session.desk().vitals().now();
        if (acknowledged.stream().anyMatch("all"::equalsIgnoreCase)) {
            return health.active();
        }
        return acknowledged.stream()
                .map(name -> health.alerts().stream()
                        .filter(alert -> alert.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new UnusableInputException(
                                "there is no alert " + name + "; alerts lists those there are")))
                .toList();
    }

    private void acknowledge(Alert alert) {
        session.desk().vitals().acknowledge(alert.id());
        session.ask(new AcknowledgeAlert(alert.id(), session.origin()));
    }
}
