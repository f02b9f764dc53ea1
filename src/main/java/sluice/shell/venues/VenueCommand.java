package sluice.shell.venues;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.market.VenueId;
import sluice.report.venues.VenueReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;

/** {@code venue}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  venue binance"})
final class VenueCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "VENUE", description = "As venues lists it.")
    private VenueId venue;

    VenueCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        new Known(session.look()).venue(venue);
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var view = session.look();
        var shown = view.venues().get(venue);
        if (shown == null) {
            throw new UnusableInputException("there is no venue " + venue);
        }
        return Outcome.done(new VenueReport(shown, VenuesCommand.trading(view, venue)));
    }
}
