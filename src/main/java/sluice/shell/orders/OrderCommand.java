package sluice.shell.orders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.History;
import sluice.report.orders.TimelineReport;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.OrderName;

/** {@code order}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  order P-17", "  order last"})
final class OrderCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "A parent or a child, or last.")
    private OrderName order;

    OrderCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        if (!order.isLast()) {
            order.in(session);
        }
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        if (order.isLast() && session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(new History(order.in(session)));
        return answer instanceof Answer.Timeline timeline
                ? Outcome.done(new TimelineReport(timeline.order(), timeline.events()))
                : Outcome.refused(answer);
    }
}
