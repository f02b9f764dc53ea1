package sluice.engine.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sluice.engine.packed.Packed;
import sluice.engine.packed.Trace;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentOrder;

/** A parent that is worked on, or was lately, with its children. Confined to the desk thread. */
final class Family {

    /** Where it stands among all parents. */
    private final int place;

    private final List<Order> children = new ArrayList<>(2);
    private final List<Trace> traces = new ArrayList<>(2);
    private final List<Integer> fills = new ArrayList<>(2);
    private Parent parent;
    private Optional<ParentOrder> picture = Optional.empty();
    private boolean isChanged;
    private boolean resting;

    Family(int place, Parent parent) {
        this.place = place;
        this.parent = parent;
    }

    static Family of(int place, Packed.Family unpacked) {
        var family = new Family(place, unpacked.order().parent());
        family.children.addAll(unpacked.order().children());
        family.traces.addAll(unpacked.traces());
        return family;
    }

    int place() {
        return place;
    }

    Parent parent() {
        return parent;
    }

    void set(Parent next) {
        parent = next;
        isChanged = true;
        picture = Optional.empty();
    }

    List<Order> children() {
        return Collections.unmodifiableList(children);
    }

    /** Where the child stands among its siblings. */
    int index(ChildId id) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).ids().childId().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("no order " + id);
    }

    Order child(ChildId id) {
        return children.get(index(id));
    }

    void add(Order child, Trace trace) {
        children.add(child);
        traces.add(trace);
        set(parent.withChild(child.ids().childId()));
    }

    void set(int index, Order child) {
        children.set(index, child);
        isChanged = true;
        picture = Optional.empty();
    }

    List<Trace> traces() {
        return Collections.unmodifiableList(traces);
    }

    Trace trace(ChildId id) {
        return traces.get(index(id));
    }

    void set(int index, Trace trace) {
        traces.set(index, trace);
    }

    /** Puts what was learned up to a restart on the monotonic clock of after it. */
    void restamp(Stamp now) {
        traces.replaceAll(trace -> {
            var age = Math.max(0, Duration.between(trace.last().at(), now.at()).toNanos());
            return new Trace(new Stamp(trace.last().at(), now.nanos() - age), trace.sent());
        });
    }

    /** Where its fills stand among all fills, as far as they were booked since it was last unpacked. */
    List<Integer> fills() {
        return fills;
    }

    /** Whether it was changed since this was last asked. */
    boolean takeNews() {
        var isNews = isChanged;
        isChanged = false;
        return isNews;
    }

    /** Takes note of whether it rests; whether that is news. */
    boolean rest(boolean now) {
        var isNews = resting != now;
        resting = now;
        return isNews;
    }

    /** Whether nothing is to be done about it any more: it does not work, and the venue lists all that it counts. */
    boolean isOver() {
        return !works()
                && children.stream()
                        .allMatch(child -> child.fills().provisional().isEmpty());
    }

    boolean works() {
        for (var child : children) {
            if (child.isOpen()) {
                return true;
            }
        }
        return !isEnded();
    }

    private boolean isEnded() {
        return parent.ended().isPresent() || isComplete();
    }

    private boolean isComplete() {
        var asked = parent.terms().orderQty();
        return children.size() == 1
                ? children.get(0).cumQty().compareTo(asked) >= 0
                : order().cumQty().compareTo(asked) >= 0;
    }

    ParentOrder order() {
        var made = picture.orElseGet(() -> new ParentOrder(parent, children));
        picture = Optional.of(made);
        return made;
    }
}
