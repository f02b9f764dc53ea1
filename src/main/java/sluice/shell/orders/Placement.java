package sluice.shell.orders;

import java.util.Optional;
import sluice.engine.Answer.Retry;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.report.orders.OrderShape;
import sluice.report.orders.ParentReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;

/** What a placement has come to when its command ends. */
final class Placement {

    private Placement() {}

    static Outcome told(Session session, ParentOrder order) {
        session.placed(order.parent().id());
        if (order.isInDoubt()) {
            return Outcome.failed(ExitStatus.IN_DOUBT, inDoubt(order));
        }
        if (order.state() == OrderState.REJECTED || order.neverWas()) {
            return Outcome.failed(ExitStatus.REFUSED, rejected(order));
        }
        return Outcome.done(new ParentReport("parent", order));
    }

    static Failure inDoubt(ParentOrder order) {
        var doubt = order.children().stream()
                .flatMap(child -> child.doubt().stream())
                .map(unknown -> unknown.request().name() + ", " + unknown.cause())
                .findFirst()
                .orElse("");
        var message = "The outcome is unknown: " + OrderShape.sentence(order) + " (" + doubt
                + "). It counts as open until it is settled; do not send it again.";
        return Failure.of("IN_DOUBT", message)
                .retry(Retry.PROBE)
                .with("parentId", order.parent().id())
                .about(out -> out.object("parent", members -> OrderShape.json(members, order)));
    }

    private static Failure rejected(ParentOrder order) {
        var closure = closure(order).map(Closure::toString).orElse("no reason was given");
        var reason = closure(order).map(end -> end.reason().name()).orElse(Reason.OTHER.name());
        var rejected = order.state() == OrderState.REJECTED;
        return Failure.of(
                        rejected ? "REJECTED" : reason,
                        (rejected ? "Rejected: " : "Not placed: ") + OrderShape.sentence(order) + ", " + closure + ".")
                .with("parentId", order.parent().id())
                .with("reason", reason)
                .about(out -> out.object("parent", members -> OrderShape.json(members, order)));
    }

    /** The venue's word says more than ours that every child was rejected. */
    private static Optional<Closure> closure(ParentOrder order) {
        return order.children().stream()
                .map(Order::standing)
                .flatMap(standing -> standing.closure().stream())
                .findFirst()
                .or(() -> order.parent().ended());
    }
}
