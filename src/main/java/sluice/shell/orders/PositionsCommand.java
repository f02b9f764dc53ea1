package sluice.shell.orders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sluice.report.orders.PositionsReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Only;

/** {@code positions}: each at the mid of its own venue, a perpetual at that venue's mark. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  positions", "  positions --symbol BTC-USDT"})
final class PositionsCommand implements ShellCommand {

    private final Session session;

    @Mixin
    private Only only = new Only();

    PositionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        only.check(session.look());
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
                .filter(valued -> only.of(valued.position().symbol()))
                .filter(valued -> only.at(valued.position().venue()))
                .toList();
        var adjustments = valuation.adjustments().stream()
                .filter(each -> only.at(each.venue()))
                .filter(each -> isWanted(each.amount().asset()))
                .toList();
        return Outcome.done(new PositionsReport(positions, adjustments));
    }

    private boolean isWanted(String asset) {
        return only.symbol()
                .filter(name -> !asset.equals(name.name()) && !asset.equals(name.base()) && !asset.equals(name.quote()))
                .isEmpty();
    }
}
