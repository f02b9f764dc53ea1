package sluice.dash;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.engine.view.View;
import sluice.order.Order;
import sluice.order.parent.ParentOrder;
import sluice.report.orders.OrderShape;

/** What of the open orders a key would touch, in words for the question before it. */
final class Affected {

    private Affected() {}

    /** The order of that name; empty when it is not open any more. */
    static Optional<String> by(View view, String id) {
        return view.orders().working().stream()
                .flatMap(order -> sentence(order, id).stream())
                .findFirst();
    }

    private static Optional<String> sentence(ParentOrder order, String id) {
        if (order.parent().id().toString().equals(id)) {
            return Optional.of(OrderShape.sentence(order) + at(List.of(order), ", at "));
        }
        return order.children().stream()
                .filter(Order::isOpen)
                .filter(child -> child.ids().childId().toString().equals(id))
                .map(child -> id + " of " + OrderShape.sentence(order) + ", " + child.leavesQty() + " of it at "
                        + child.ids().venue())
                .findFirst();
    }

    static String byKill(View view) {
        var open = view.orders().working();
        if (open.isEmpty()) {
            return "ours are cancelled (none is open)";
        }
        return "our " + open.size() + (open.size() == 1 ? " open order is" : " open orders are") + " cancelled"
                + at(open, " at ");
    }

    /** Where something of them is open. */
    private static String at(Collection<ParentOrder> orders, String before) {
        var venues = orders.stream()
                .flatMap(order -> order.children().stream())
                .filter(Order::isOpen)
                .map(child -> child.ids().venue().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return venues.isEmpty() ? "" : before + venues;
    }
}
