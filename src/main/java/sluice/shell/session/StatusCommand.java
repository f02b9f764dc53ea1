package sluice.shell.session;

import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import sluice.engine.view.DifferenceView;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.report.desk.StatusReport;
import sluice.risk.exposure.TradingState;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code status}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  status",
            "  status --json",
            "",
            "Exit status:",
            "  3 when an order is in doubt, 7 when a venue is not ready,",
            "  4 when journal and venues do not agree,",
            "  1 when the journal is at fault or trading is not active, else 0"
        })
final class StatusCommand implements ShellCommand {

    private final Session session;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        var report = new StatusReport(
                session.settings().profile(),
                session.look(),
                regimes(),
                session.desk().groups(),
                session.desk().vitals().now().active());
        return new Outcome.Done(report, status(report));
    }

    private SortedMap<Symbol, Regime> regimes() {
        var regimes = new TreeMap<Symbol, Regime>();
        for (var book : session.desk().books()) {
            regimes.put(book.symbol(), session.desk().market(book.symbol()).regime());
        }
        return regimes;
    }

    private static ExitStatus status(StatusReport report) {
        var view = report.view();
        if (!report.inDoubt().isEmpty()) {
            return ExitStatus.IN_DOUBT;
        }
        if (view.venues().values().stream().anyMatch(venue -> !venue.unready().isEmpty())) {
            return ExitStatus.NOT_READY;
        }
        if (report.differences().stream().anyMatch(DifferenceView::isBreak)) {
            return ExitStatus.DISCREPANCIES;
        }
        var trades = view.risk().states().global() == TradingState.ACTIVE;
        return view.journalFault().isEmpty() && trades ? ExitStatus.OK : ExitStatus.REFUSED;
    }
}
