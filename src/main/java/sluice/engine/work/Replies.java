package sluice.engine.work;

import java.util.HashSet;
import java.util.Set;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.Request;
import sluice.venue.OrderNews;

/**
 * New orders whose own request has not been answered, whatever the private stream has shown of them since.
 *
 * <p>The stream and a lost reply race; whoever asked for the order hears of both, so that it does not depend on the
 * winner what can be told of it. Confined to the desk thread.
 */
public final class Replies {

    private final Doubts doubts;
    private final Set<ChildId> due = new HashSet<>();

    public Replies(Doubts doubts) {
        this.doubts = doubts;
    }

    void await(ChildId id) {
        due.add(id);
    }

    /** Takes note of what a request has come to, if that is what the news says. */
    void heard(ChildId id, OrderNews news) {
        var isFate = news instanceof OrderNews.Acknowledged
                || news instanceof OrderNews.Rejected
                || news instanceof OrderNews.InDoubt doubt && doubt.request() instanceof Request.New
                || news instanceof OrderNews.NotSent unsent && unsent.request() instanceof Request.New;
        if (isFate) {
            due.remove(id);
        }
    }

    /** Whether there is an answer to give: it is in doubt, it never arrived, or it did and nothing is being asked. */
    boolean isAnswered(Order order) {
        if (order.standing().isPending()) {
            return order.isInDoubt();
        }
        var id = order.ids().childId();
        var neverArrived = order.orderId().isEmpty() && !order.isOpen();
        return neverArrived || !due.contains(id) && !doubts.isOpen(id);
    }
}
