package sluice.shell.session;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Await;
import sluice.engine.Command.Goal;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.report.orders.OrderShape;
import sluice.report.orders.ParentReport;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.OrderName;

/** {@code wait}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  wait last filled", "  wait P-17 closed --timeout 1m"})
final class WaitCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "A parent or a child, or last.")
    private OrderName order;

    @Parameters(index = "1", arity = "0..1", paramLabel = "GOAL", description = "filled, closed or open (closed).")
    private Goal goal = Goal.CLOSED;

    @Option(names = "--timeout", paramLabel = "TIME", description = "How long at most (10s).")
    private Duration timeout = Duration.ofSeconds(10);

    WaitCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        if (!order.isLast()) {
            order.in(session);
        }
    }

    @Override
    public Outcome run() {
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(new Await(order.in(session), goal, timeout));
        return answer instanceof Answer.Awaited awaited ? told(awaited) : Outcome.refused(answer);
    }

    private Outcome told(Answer.Awaited awaited) {
        var parent = awaited.order();
        if (awaited.met()) {
            return Outcome.done(new ParentReport("order", parent));
        }
        return parent.isInDoubt()
                ? Outcome.failed(
                        ExitStatus.IN_DOUBT, otherwise("IN_DOUBT", parent).retry(Answer.Retry.PROBE))
                : Outcome.failed(ExitStatus.REFUSED, missed(parent));
    }

    private Failure missed(ParentOrder parent) {
        return parent.state().isTerminal()
                ? otherwise("WAIT_ENDED", parent)
                : otherwise("WAIT_TIMEOUT", parent).retry(Answer.Retry.AFTER);
    }

    private Failure otherwise(String code, ParentOrder parent) {
        var message = "Not " + goal.name().toLowerCase(Locale.ROOT) + ": " + OrderShape.sentence(parent) + ".";
        return Failure.of(code, message)
                .with("parentId", parent.parent().id())
                .about(out -> out.object("order", members -> OrderShape.json(members, parent)));
    }
}
