package sluice.shell.run;

import java.util.List;
import java.util.function.Predicate;
import sluice.order.parent.ParentOrder;
import sluice.report.orders.OrderShape;
import sluice.shell.Session;

/** What goes on at the venues when nobody looks any more, a sentence each. */
public final class Leftovers {

    private Leftovers() {}

    /** Every order that can still fill. */
    public static List<String> all(Session session) {
        return sentences(session, order -> true);
    }

    /** Those of them that this run has placed. */
    public static List<String> ofThisRun(Session session) {
        return session.placed().isEmpty()
                ? List.of()
                : sentences(
                        session,
                        order -> session.placed().contains(order.parent().id()));
    }

    private static List<String> sentences(Session session, Predicate<ParentOrder> wanted) {
        if (!session.usedDesk()) {
            return List.of();
        }
        return session.look().orders().working().stream()
                .filter(wanted)
                .map(order -> "Stays live: " + OrderShape.sentence(order))
                .toList();
    }

    /** Whether the outcome of any order of this run is unknown. */
    public static boolean isInDoubt(Session session) {
        return !session.placed().isEmpty()
                && session.look().orders().working().stream()
                        .filter(order ->
                                session.placed().contains(order.parent().id()))
                        .anyMatch(ParentOrder::isInDoubt);
    }
}
