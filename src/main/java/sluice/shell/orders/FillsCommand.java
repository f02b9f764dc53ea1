package sluice.shell.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sluice.engine.OrderRef;
import sluice.engine.view.FillView;
import sluice.report.orders.FillsReport;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Newest;
import sluice.shell.words.Only;
import sluice.shell.words.OrderName;

/** {@code fills}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  fills", "  fills P-17", "  fills --symbol BTC-USDT --venue binance"})
final class FillsCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "Only of that parent or child.")
    private Optional<OrderName> order = Optional.empty();

    @Mixin
    private Only only = new Only();

    @Mixin
    private Newest newest = new Newest();

    FillsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        newest.check();
        only.check(session.look());
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        if (order.filter(OrderName::isLast).isPresent() && session.isDryRun()) {
            return DryRun.skipped();
        }
        var of = order.map(name -> name.in(session));
        var view = session.look();
        var part = newest.of(
                booked(view.orders().fills(), view.orders().accounts().provisional()),
                fill -> isWanted(fill, of),
                session.printer().isJson());
        var taken = view.orders().accounts().taken().stream()
                .filter(each -> of.isEmpty() && only.of(each.symbol()) && only.at(each.venue()))
                .toList();
        return Outcome.done(new FillsReport(part.shown(), taken, part.notice()));
    }

    /** What stands in for fills comes last: when it was, only those will say. */
    private static List<FillView> booked(List<FillView> fills, List<FillView> provisional) {
        return provisional.isEmpty()
                ? fills
                : Stream.concat(fills.stream(), provisional.stream()).toList();
    }

    private boolean isWanted(FillView fill, Optional<OrderRef> of) {
        return only.of(fill.symbol())
                && only.at(fill.ids().venue())
                && of.filter(ref -> !isOf(fill, ref)).isEmpty();
    }

    private static boolean isOf(FillView fill, OrderRef ref) {
        return ref.toString().equals(fill.ids().parentId().toString())
                || ref.toString().equals(fill.ids().childId().toString());
    }
}
