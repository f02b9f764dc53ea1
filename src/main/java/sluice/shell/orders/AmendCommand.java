package sluice.shell.orders;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Amend;
import sluice.engine.OrderRef;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.report.orders.OrderShape;
import sluice.report.orders.ParentReport;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Amount;
import sluice.shell.words.OrderName;

/** {@code amend}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  amend P-17 --at 60100", "  amend last --qty 0.4"})
final class AmendCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "A parent or a child, or last.")
    private OrderName order;

    @Option(names = "--qty", paramLabel = "QTY", description = "The new whole quantity, in base units.")
    private Optional<Amount> qty = Optional.empty();

    @Option(names = "--at", paramLabel = "PX", description = "The new limit price.")
    private Optional<Px> at = Optional.empty();

    AmendCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        base();
        if (!order.isLast()) {
            order.in(session);
        }
    }

    private Optional<Qty> base() {
        if (qty.isEmpty() && at.isEmpty()) {
            throw new UnusableInputException("nothing to amend: give --qty, --at or both");
        }
        if (qty.filter(amount -> !amount.unit().isEmpty()).isPresent()) {
            throw new UnusableInputException("--qty of an amend is in base units, without a unit");
        }
        return qty.map(Amount::number);
    }

    @Override
    public Outcome run() {
        var asked = base();
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var ref = order.in(session);
        var stopped = named(ref).flatMap(parent -> stopped(parent, asked));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var answer = session.ask(new Amend(ref, asked, at, session.origin()));
        return answer instanceof Answer.Amended amended ? told(amended) : Outcome.refused("Not amended", answer);
    }

    private Optional<ParentOrder> named(OrderRef ref) {
        return session.look().orders().working().stream()
                .filter(each -> each.parent().id().toString().equals(ref.toString())
                        || each.children().stream()
                                .anyMatch(child ->
                                        child.ids().childId().toString().equals(ref.toString())))
                .findFirst();
    }

    private Optional<Outcome> stopped(ParentOrder parent, Optional<Qty> asked) {
        var terms = parent.parent().terms();
        var qty = asked.orElse(terms.orderQty());
        var px = at.or(terms::px);
        var what = OrderShape.sentence(parent) + ", to " + qty
                + px.map(limit -> " at " + limit).orElse("");
        return new Confirmation(session).stops(what, terms.symbol(), qty.value(), px);
    }

    private static Outcome told(Answer.Amended amended) {
        var parent = amended.order();
        if (parent.isInDoubt()) {
            return Outcome.failed(ExitStatus.IN_DOUBT, Placement.inDoubt(parent));
        }
        return amended.declined()
                .map(why -> Outcome.failed(ExitStatus.REFUSED, declined(parent, why)))
                .orElseGet(() -> Outcome.done(new ParentReport("order", parent)));
    }

    private static Failure declined(ParentOrder parent, String why) {
        return Failure.of("NOT_AMENDED", "Not amended: " + why + ". " + OrderShape.sentence(parent) + ".")
                .with("parentId", parent.parent().id())
                .about(out -> out.object("order", members -> OrderShape.json(members, parent)));
    }
}
