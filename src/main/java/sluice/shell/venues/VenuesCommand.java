package sluice.shell.venues;

import picocli.CommandLine.Command;
import sluice.engine.view.View;
import sluice.market.VenueId;
import sluice.report.venues.VenuesReport;
import sluice.risk.exposure.TradingState;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code venues}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  venues"})
final class VenuesCommand implements ShellCommand {

    private final Session session;

    VenuesCommand(Session session) {
        this.session = session;
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        var view = session.look();
        return Outcome.done(new VenuesReport(view.venues().entrySet().stream()
                .map(at -> new VenuesReport.Line(at.getValue(), trading(view, at.getKey())))
                .toList()));
    }

    /** What may be sent there: the more severe of the desk's state and the venue's own. */
    static TradingState trading(View view, VenueId venue) {
        var states = view.risk().states();
        var own = states.venues().getOrDefault(venue, TradingState.ACTIVE);
        return own.compareTo(states.global()) >= 0 ? own : states.global();
    }
}
