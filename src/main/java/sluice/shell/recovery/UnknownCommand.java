package sluice.shell.recovery;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Probe;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.report.orders.OrderShape;
import sluice.report.orders.OrdersReport;
import sluice.report.orders.ParentReport;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.OrderName;

/** {@code unknown}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  unknown", "  unknown probe P-17"})
final class UnknownCommand implements ShellCommand {

    private final Session session;

    @Parameters(
            arity = "0..2",
            paramLabel = "WORD",
            hideParamSyntax = true,
            description = "list (also what no word means), or probe and an ID.")
    private List<String> words = List.of();

    UnknownCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        var isList = words.isEmpty() || words.equals(List.of("list"));
        var isProbe = words.size() == 2 && words.get(0).equals("probe");
        if (!isList && !isProbe) {
            throw new UnusableInputException("expected unknown list, or unknown probe ID");
        }
    }

    @Override
    public Outcome run() {
        check();
        return words.size() == 2 ? probe(new OrderName(words.get(1))) : list();
    }

    private Outcome list() {
        var orders = session.look().orders().working().stream()
                .filter(ParentOrder::isInDoubt)
                .toList();
        return new Outcome.Done(
                new OrdersReport(orders, "Nothing is in doubt."),
                orders.isEmpty() ? ExitStatus.OK : ExitStatus.IN_DOUBT);
    }

    private Outcome probe(OrderName name) {
        var order = name.in(session);
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(new Probe(order, session.origin()));
        if (!(answer instanceof Answer.Placed placed)) {
            return Outcome.refused(answer);
        }
        return placed.order().isInDoubt()
                ? Outcome.failed(ExitStatus.IN_DOUBT, still(placed.order()))
                : Outcome.done(new ParentReport("order", placed.order()));
    }

    private static Failure still(ParentOrder order) {
        return Failure.of("IN_DOUBT", "Still unknown: " + OrderShape.sentence(order) + ".")
                .retry(Answer.Retry.PROBE)
                .with("parentId", order.parent().id())
                .about(out -> out.object("order", members -> OrderShape.json(members, order)));
    }
}
