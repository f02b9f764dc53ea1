package sluice.net.orders;

import sluice.net.gate.Answer;
import sluice.net.gate.Ruling;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.OrderNews;

/** What a request came to that did not succeed; an unknown outcome is a doubt, never a rejection. */
public final class Outcome {

    private Outcome() {}

    /** A failure in the desk's words. */
    public static OrderNews of(Request request, Answer answer) {
        if (answer instanceof Answer.NotSent notSent) {
            return new OrderNews.NotSent(request, notSent.cause());
        }
        if (answer instanceof Answer.Failed failed) {
            return of(request, failed.ruling());
        }
        throw new AssertionError(answer);
    }

    private static OrderNews of(Request request, Ruling ruling) {
        if (ruling instanceof Ruling.Unknown unknown) {
            return new OrderNews.InDoubt(request, unknown.cause());
        }
        if (ruling instanceof Ruling.AlreadyDone done) {
            return done.closure().reason() == Reason.DUPLICATE_ID
                    ? new OrderNews.InDoubt(request, done.closure().text())
                    : rejected(request, done.closure());
        }
        if (ruling instanceof Ruling.NotExecuted shed) {
            return rejected(request, shed.closure());
        }
        if (ruling instanceof Ruling.DefiniteReject reject) {
            return rejected(request, reject.closure());
        }
        throw new AssertionError(ruling);
    }

    private static OrderNews rejected(Request request, Closure closure) {
        return request instanceof Request.New
                ? new OrderNews.Rejected(closure)
                : new OrderNews.RequestRejected(request, closure);
    }
}
