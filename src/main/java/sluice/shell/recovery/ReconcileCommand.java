package sluice.shell.recovery;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.engine.Answer;
import sluice.engine.Command.Reconcile;
import sluice.market.VenueId;
import sluice.report.desk.ReconcileReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;

/** {@code reconcile}: the plan, and with consent what it says. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  reconcile", "  reconcile --venue binance --apply"})
final class ReconcileCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only with that venue.")
    private Optional<VenueId> venue = Optional.empty();

    @Option(names = "--plan", description = "Only shows what differs (also what no option means in a script).")
    private boolean plan;

    @Option(names = "--apply", description = "Appends what was missed.")
    private boolean apply;

    ReconcileCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<VenueId> venues() {
        return venue.stream().toList();
    }

    @Override
    public void check() {
        if (plan && apply) {
            throw new UnusableInputException("give --plan or --apply, not both");
        }
        new Known(session.look()).venue(venue);
    }

    @Override
    public Outcome run() {
        check();
        var answer = ask(apply && !session.isDryRun());
        if (!(answer instanceof Answer.Reconciled reconciled)) {
            return Outcome.refused(answer);
        }
        if (!plan && !apply && isAgreed(reconciled)) {
            var applied = ask(true);
            return applied instanceof Answer.Reconciled done ? told(done) : Outcome.refused(applied);
        }
        return told(reconciled);
    }

    private Answer ask(boolean change) {
        return session.ask(new Reconcile(venue, change, session.origin()));
    }

    /** At a prompt the plan is shown first, and then the question asked. */
    private boolean isAgreed(Answer.Reconciled reconciled) {
        if (reconciled.plan().isEmpty() || !session.manner().terminal().equals("prompt")) {
            return false;
        }
        session.printer()
                .note(session.printer().text(new ReconcileReport(reconciled)).stripTrailing());
        return session.confirms("Apply this?");
    }

    private static Outcome told(Answer.Reconciled reconciled) {
        var remains = reconciled.applied()
                ? reconciled.plan().stream().anyMatch(Answer.PlanLine::remains)
                : !reconciled.plan().isEmpty();
        var asked = reconciled.unreached().isEmpty() ? ExitStatus.OK : ExitStatus.NOT_READY;
        return new Outcome.Done(new ReconcileReport(reconciled), remains ? ExitStatus.DISCREPANCIES : asked);
    }
}
