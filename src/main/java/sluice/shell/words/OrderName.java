package sluice.shell.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import sluice.engine.OrderRef;
import sluice.engine.view.View;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.shell.Session;
import sluice.shell.UnusableInputException;

/**
 * An order as it was named: {@code P-17}, {@code C-42}, the beginning of one, or {@code last}. Immutable.
 *
 * <p>A whole id means itself, however many others begin like it.
 */
public record OrderName(String text) {

    private static final String LAST = "last";

    public boolean isLast() {
        return text.equalsIgnoreCase(LAST);
    }

    /** The order meant. Throws {@link UnusableInputException} where none or several could be. */
    public OrderRef in(Session session) {
        if (isLast()) {
            return session.last()
                    .<OrderRef>map(OrderRef.OfParent::new)
                    .orElseThrow(() -> unknown("there is no last order: this run has placed none; orders --all lists"
                            + " those there are"));
        }
        return in(session.look());
    }

    OrderRef in(View view) {
        var wanted = text.toUpperCase(Locale.ROOT);
        var parent = parentNumber(wanted).flatMap(view.orders()::parent);
        if (parent.isPresent()) {
            return new OrderRef.OfParent(parent.get().parent().id());
        }
        var found = new ArrayList<OrderRef>();
        var names = new TreeSet<String>();
        for (var each : view.orders().parents()) {
            var exact = match(wanted, each, found, names);
            if (exact.isPresent()) {
                return exact.get();
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw found.isEmpty()
                ? unknown("there is no order " + Plain.shown(text) + "; orders --all lists those there are")
                : new UnusableInputException(
                        Failure.of("AMBIGUOUS_ORDER", Plain.shown(text) + " could be any of " + shortened(names))
                                .with("word", Plain.shown(text)));
    }

    /** Found at once, however many orders there are. */
    private static Optional<ParentId> parentNumber(String wanted) {
        return wanted.matches("P-[1-9]\\d{0,17}")
                ? Optional.of(new ParentId(Long.parseLong(wanted.substring(2))))
                : Optional.empty();
    }

    private static Optional<OrderRef> match(
            String wanted, ParentOrder parent, List<OrderRef> found, TreeSet<String> names) {
        var id = parent.parent().id();
        if (id.toString().equals(wanted)) {
            return Optional.of(new OrderRef.OfParent(id));
        }
        if (id.toString().startsWith(wanted)) {
            found.add(new OrderRef.OfParent(id));
            names.add(id.toString());
        }
        for (var child : parent.children()) {
            if (isNamed(child, wanted)) {
                return Optional.of(new OrderRef.OfChild(child.ids().childId()));
            }
            if (child.ids().childId().toString().startsWith(wanted)) {
                found.add(new OrderRef.OfChild(child.ids().childId()));
                names.add(child.ids().childId().toString());
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(Order child, String wanted) {
        return child.ids().childId().toString().equals(wanted)
                || child.ids().clOrdId().value().equalsIgnoreCase(wanted)
                || child.ids().there().value().equalsIgnoreCase(wanted);
    }

    private static String shortened(TreeSet<String> names) {
        var shown = String.join(", ", names.stream().limit(5).toList());
        return names.size() > 5 ? shown + " and " + (names.size() - 5) + " more" : shown;
    }

    private UnusableInputException unknown(String message) {
        return new UnusableInputException(Failure.of("UNKNOWN_ORDER", message).with("word", Plain.shown(text)));
    }
}
