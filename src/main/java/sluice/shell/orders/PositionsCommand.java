package sluice.shell.orders;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.orders.PositionsReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Known;

/** {@code positions}: each at the mid of its own venue, a perpetual at that venue's mark. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  positions", "  positions --symbol BTC-USDT"})
final class PositionsCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only of that.")
    private Optional<Symbol> symbol = Optional.empty();

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only there.")
    private Optional<VenueId> venue = Optional.empty();

    PositionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        var known = new Known(session.look());
        known.symbol(symbol);
        known.venue(venue);
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var valuation = new Valuation(session.desk(), session.look());
        var positions = valuation.all().stream()
                .filter(valued -> symbol.filter(
                                name -> !name.equals(valued.position().symbol()))
                        .isEmpty())
                .filter(valued -> venue.filter(
                                id -> !id.equals(valued.position().venue()))
                        .isEmpty())
                .toList();
        var adjustments = valuation.adjustments().stream()
                .filter(each -> venue.filter(id -> !id.equals(each.venue())).isEmpty())
                .filter(each -> isWanted(each.amount().asset()))
                .toList();
        return Outcome.done(new PositionsReport(positions, adjustments));
    }

    private boolean isWanted(String asset) {
        return symbol.filter(
                        name -> !asset.equals(name.name()) && !asset.equals(name.base()) && !asset.equals(name.quote()))
                .isEmpty();
    }
}
