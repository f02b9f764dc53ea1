package sluice.shell.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Accept;
import sluice.engine.Command.Reconcile;
import sluice.market.VenueId;
import sluice.report.Failure;
import sluice.report.desk.AcceptedReport;
import sluice.report.desk.ReconcileReport;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;

/** {@code reconcile}: the plan, and with consent what it says. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  reconcile",
            "  reconcile --venue binance --apply",
            "  reconcile adjust D-812 --reason \"deposit of this morning\"",
            "  reconcile accept D-815 --reason \"overfill sold by hand\""
        })
final class ReconcileCommand implements ShellCommand {

    private static final String ADJUST = "adjust";
    private static final Set<String> ENDINGS = Set.of("accept", ADJUST);

    private final Session session;

    @Parameters(
            arity = "0..2",
            paramLabel = "[accept ID | adjust ID]",
            hideParamSyntax = true,
            description = "Nothing to compare; accept or adjust, and the ID of a discrepancy that stands.")
    private List<String> words = List.of();

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only with that venue.")
    private Optional<VenueId> venue = Optional.empty();

    @Option(names = "--plan", description = "Only shows what differs (also what no option means in a script).")
    private boolean plan;

    @Option(names = "--apply", description = "Appends what was missed.")
    private boolean apply;

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the journal; accept and adjust need one.")
    private String reason = "";

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
        if (!words.isEmpty()) {
            checkWords();
        }
        new Known(session.look()).venue(venue);
    }

    private void checkWords() {
        if (words.size() != 2 || !ENDINGS.contains(words.get(0))) {
            throw new UnusableInputException("expected reconcile, reconcile accept ID or reconcile adjust ID");
        }
        if (!words.get(1).matches("D-[0-9]{1,18}")) {
            throw new UnusableInputException("a discrepancy is called D-7 or so, not " + words.get(1));
        }
        if (plan || apply || venue.isPresent()) {
            throw new UnusableInputException(words.get(0) + " takes no other option than --reason");
        }
        if (reason.isBlank()) {
            throw new UnusableInputException(words.get(0) + " needs --reason TEXT, for the journal");
        }
    }

    /** An operator's word ends what no report can. */
    private Outcome end() {
        var adjust = words.get(0).equals(ADJUST);
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        if (!session.confirms(adjust ? "Correct the account by it?" : "Take it as it is?")) {
            return Outcome.failed(
                    ExitStatus.REFUSED,
                    Failure.of("NOT_CONFIRMED", "Not done: nobody agreed; --yes agrees beforehand."));
        }
        var number = Long.parseLong(words.get(1).substring(2));
        var answer = session.ask(new Accept(number, adjust, reason, session.origin()));
        return answer instanceof Answer.Accepted accepted
                ? Outcome.done(new AcceptedReport(accepted))
                : Outcome.refused(answer);
    }

    @Override
    public Outcome run() {
        check();
        if (!words.isEmpty()) {
            return end();
        }
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
        return session.ask(new Reconcile(venue, change, session.origin()), "Comparing with the venues");
    }

    /** At a prompt the plan is shown first, and then the question asked. */
    private boolean isAgreed(Answer.Reconciled reconciled) {
        if (reconciled.plan().isEmpty() || !session.manner().isPrompt()) {
            return false;
        }
        session.printer()
                .note(session.printer().text(new ReconcileReport(reconciled)).stripTrailing());
        return session.confirms("Apply this?");
    }

    private static Outcome told(Answer.Reconciled reconciled) {
        var asked = reconciled.unreached().isEmpty() ? ExitStatus.OK : ExitStatus.NOT_READY;
        return new Outcome.Done(
                new ReconcileReport(reconciled), reconciled.differs() ? ExitStatus.DISCREPANCIES : asked);
    }
}
