package sluice.shell.orders;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sluice.engine.view.OrdersView;
import sluice.market.VenueId;
import sluice.order.position.Balance;
import sluice.recovery.account.Expected;
import sluice.report.orders.BalancesReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.AtVenue;

/** {@code balances}; assets of which nothing is held are left out. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  balances", "  balances --venue binance"})
final class BalancesCommand implements ShellCommand {

    private final Session session;

    @Mixin
    private AtVenue at = new AtVenue();

    BalancesCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        at.check(session.look());
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var view = session.look();
        var held = view.venues().entrySet().stream()
                .filter(each -> at.has(each.getKey()))
                .flatMap(each -> each.getValue().balances().stream()
                        .filter(balance -> balance.total().signum() != 0)
                        .sorted(Comparator.comparing(Balance::asset))
                        .map(balance -> held(view.orders(), each.getKey(), balance)))
                .toList();
        return Outcome.done(new BalancesReport(held));
    }

    private static BalancesReport.Held held(OrdersView orders, VenueId venue, Balance balance) {
        var beyond = Optional.ofNullable(orders.accounts().held().get(venue));
        var positions = Stream.concat(orders.positions().stream(), orders.accounts().elsewhere().stream())
                .filter(position -> position.venue().equals(venue))
                .toList();
        var funding = orders.accounts().fundingAt(venue);
        var booked = beyond.map(known -> Expected.of(positions, funding, Optional.of(known.beyond()), Map.of())
                .of(balance.asset()));
        var adjusted = beyond.map(known -> known.adjusted().getOrDefault(balance.asset(), BigDecimal.ZERO));
        return new BalancesReport.Held(venue, balance, booked, adjusted.orElse(BigDecimal.ZERO));
    }
}
