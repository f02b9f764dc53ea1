package sluice.shell.orders;

import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.market.VenueId;
import sluice.order.position.Balance;
import sluice.report.orders.BalancesReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Known;

/** {@code balances}; assets of which nothing is held are left out. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  balances", "  balances --venue binance"})
final class BalancesCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only there.")
    private Optional<VenueId> venue = Optional.empty();

    BalancesCommand(Session session) {
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
        var held = session.look().venues().entrySet().stream()
                .filter(at -> venue.filter(id -> !id.equals(at.getKey())).isEmpty())
                .flatMap(at -> at.getValue().balances().stream()
                        .filter(balance -> balance.total().signum() != 0)
                        .sorted(Comparator.comparing(Balance::asset))
                        .map(balance -> new BalancesReport.Held(at.getKey(), balance)))
                .toList();
        return Outcome.done(new BalancesReport(held));
    }
}
