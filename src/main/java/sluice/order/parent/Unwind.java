package sluice.order.parent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Reason;

/**
 * What would undo what an order did where it did not do all of it: a proposal, which only its owner may send.
 *
 * <p>Immutable. Empty for an order that did what it was split for, or nothing at all.
 */
public final class Unwind {

    /** Ends by which a venue never did its part. */
    private static final Set<Reason> NOT_REACHED = Set.of(Reason.NEVER_SENT, Reason.NEVER_ACCEPTED, Reason.LOST);

    private Unwind() {}

    /** One venue's part was done, and that of another venue was not because of that venue. */
    public static List<String> of(ParentOrder parent) {
        var missing = parent.children().stream()
                .filter(Unwind::isNotDone)
                .map(Unwind::place)
                .collect(Collectors.toSet());
        var done = new TreeMap<Place, Qty>();
        parent.children().stream()
                .filter(child -> child.cumQty().isPositive())
                .forEach(child -> done.merge(place(child), child.cumQty(), Qty::plus));
        return missing.stream().allMatch(done::containsKey) ? List.of() : commands(parent, done);
    }

    /** What an order filled beyond what was asked for, at the venue of the order that did. */
    public static String ofExcess(Order child) {
        var excess = child.cumQty().minus(child.terms().orderQty());
        return command(child.terms().side().opposite().name(), place(child), excess);
    }

    private static boolean isNotDone(Order child) {
        return !child.isOpen()
                && child.cumQty().isZero()
                && (child.state() == OrderState.REJECTED
                        || child.standing()
                                .closure()
                                .filter(end -> NOT_REACHED.contains(end.reason()))
                                .isPresent());
    }

    private static Place place(Order child) {
        return new Place(child.ids().venue(), child.terms().symbol());
    }

    private static List<String> commands(ParentOrder parent, Map<Place, Qty> done) {
        var undoing = parent.parent().terms().side().opposite().name();
        return done.entrySet().stream()
                .map(part -> command(undoing, part.getKey(), part.getValue()))
                .toList();
    }

    private static String command(String verb, Place at, Qty qty) {
        return "%s %s %s --on %s".formatted(verb.toLowerCase(Locale.ROOT), qty, at.symbol(), at.venue());
    }
}
